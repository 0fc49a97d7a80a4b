import { randomUUID } from 'node:crypto';
import type { ValueFile } from '../cells/events.js';
import type { ClientKind } from '../cells/execution.js';
import { type CellsHost, startCells } from '../cells/host.js';
import { codePointOffset, utf16Offset } from '../language/code-points.js';
import { startLanguage } from '../language/host.js';
import { type Channel, isJson, type Json, type Message } from '../protocol/message.js';
import { createComms } from './comm-requests.js';
import { type Fields, fields } from './content.js';
import { createExecutor } from './executor.js';
import { createFileRequests } from './file-requests.js';
import { history, type HistoryStore } from './history.js';
import { kernelInfo } from './kernel-info.js';
import { publisher, type Send } from './publish.js';

export interface KernelOptions {
  /** The notebook's folder: where its imports and files are looked up. */
  readonly folder: string;
  /** Where the cells of earlier sessions are kept; nothing is remembered where omitted. */
  readonly history?: HistoryStore;
  /** What clients are that do not say it themselves; a console where omitted. */
  readonly client?: ClientKind;
  /** Requests beyond those of the specification, by type. */
  readonly handlers?: Readonly<Record<string, Handler>>;
  /** Waits for the accelerator, where cells share it with others; resolves to what ends the turn. */
  turn?(): Promise<() => void>;
  send: Send;
  /** What to wait for before cells put out more; nothing where clients have read what there was. */
  room?(): Promise<unknown> | undefined;
  log(message: string): void;
  /** A client asks it to end; `restart` where it will be started again. */
  shutdown(restart: boolean): void;
}

/** A kernel, whichever wire its messages come by. */
export interface Kernel {
  receive(channel: Channel, message: Message): void;
  /**
   * The value of the first of these cells that has one, as the bytes of a file; cells are named as the metadata
   * of their execute requests did (`cellId`).
   *
   * @throws {Error} where the thread that runs cells ends before it answers, or is interrupted
   */
  file(cellIds: readonly string[], extension: string): Promise<ValueFile>;
  /** Stops what runs; resolves when the next cell can. */
  interrupt(): Promise<void>;
  close(): Promise<void>;
}

/** Answers a request; what it returns is the content of the reply. */
export type Handler = (content: Fields, request: Message, publish: Publish) => Promise<object> | object;

/** Tells all clients something that is part of what a request caused. */
type Publish = (type: string, content: Json) => void;

/** Milliseconds without a message after which a kernel has time for what its user may ask next. */
const idleBeforeWarmUp = 10_000;

export function createKernel(options: KernelOptions): Kernel {
  const { folder, log } = options;
  const { publish, status, reply, ask } = publisher(randomUUID(), options.send);
  const language = startLanguage({ folder });
  // The first completion reads TypeScript's libraries, for seconds: done while nobody waits, and where somebody works.
  const warmUp = setTimeout(() => {
    if (executor.running) warmUp.refresh();
    else if (executor.count > 0) void language.call('warmUp').catch(() => undefined);
  }, idleBeforeWarmUp).unref();
  const past = history(options.history);
  let closing = false;
  let cells: CellsHost | undefined;
  /** The thread that runs cells; one that could not start is tried again when there is something to run. */
  const thread = () => (cells ??= start());

  function start(): CellsHost {
    return startCells(
      { folder },
      {
        room: options.room,
        receive(event) {
          if (event.type === 'file') return files.receive(event);
          comms.notice(event);
          executor.receive(event);
        },
        died(why, listened) {
          if (closing) return;
          const message = listened
            ? `the thread that runs cells ended: ${why}. It has been started again; all variables are gone`
            : `the thread that runs cells does not start: ${why}`;
          log(message);
          cells = undefined;
          if (listened) thread();
          void language.call('clear').catch(() => undefined);
          comms.clear();
          executor.lost(message);
          files.lost(message);
        },
      },
    );
  }
  const executor = createExecutor({
    publish,
    status,
    reply,
    ask,
    language,
    history: past,
    cells: thread,
    client: options.client ?? 'console',
    turn: options.turn,
  });
  const comms = createComms((request) => thread().post(request));
  const files = createFileRequests((request) => thread().post(request));
  thread();
  const interrupt = async () => {
    const message = 'stopped on request before it ran';
    const error = { ename: 'Interrupted', evalue: message, traceback: [message] };
    executor.stop(error);
    const { running } = executor;
    await thread().interrupt();
    // What made the thread stop may have ended its reading of the request.
    if (running) executor.abandon(running, error);
    files.lost('interrupted');
  };

  /** Where in the code the client's cursor is: it counts code points. */
  const cursorIn = (content: Fields, code: string) =>
    utf16Offset(code, content.whole('cursor_pos', code.length));

  const handlers: Readonly<Record<string, Handler>> = {
    kernel_info_request: () => kernelInfo,
    ...options.handlers,
    async is_complete_request(content) {
      return language.call('isComplete', content.text('code'));
    },
    async complete_request(content) {
      const code = content.text('code');
      const { matches, start, end, types } = await language.call('complete', code, cursorIn(content, code));
      const at = (offset: number) => codePointOffset(code, offset);
      return {
        status: 'ok',
        matches,
        cursor_start: at(start),
        cursor_end: at(end),
        metadata: {
          _jupyter_types_experimental: types.map((type) => ({
            ...type,
            start: at(type.start),
            end: at(type.end),
          })),
        },
      };
    },
    async inspect_request(content) {
      const code = content.text('code');
      const detail = content.whole('detail_level', 0) === 1 ? 1 : 0;
      const found = await language.call('inspect', code, cursorIn(content, code), detail);
      if (!found) return { status: 'ok', found: false, data: {}, metadata: {} };
      const data = { 'text/plain': found.text, 'text/markdown': found.markdown };
      return { status: 'ok', found: true, data, metadata: {} };
    },
    async history_request(content) {
      return { status: 'ok', history: await past.find(content) };
    },
    comm_info_request: ({ text }) => comms.info(text('target_name', '')),
    async interrupt_request() {
      await interrupt();
      return { status: 'ok' };
    },
    shutdown_request(content) {
      const restart = content.flag('restart', false);
      // After its reply is on the wire.
      setImmediate(() => options.shutdown(restart));
      return { status: 'ok', restart };
    },
  };

  /** Requests other than cells that have no reply yet, longest first: they take a moment, or run an experiment. */
  const handled = new Set<Message>();

  async function handle(channel: Channel, request: Message): Promise<void> {
    const { msg_type: type } = request.header;
    handled.add(request);
    status('busy', request);
    try {
      const handler = Object.hasOwn(handlers, type) ? handlers[type] : undefined;
      if (!handler) throw new TypeError(`this kernel knows no ${type}`);
      const tell: Publish = (kind, content) => publish(kind, content, request);
      reply(channel, request, { ...(await handler(fields(request.content), request, tell)) });
    } catch (error) {
      const { name, message } = error as Error;
      reply(channel, request, { status: 'error', ename: name, evalue: message, traceback: [message] });
    }
    handled.delete(request);
    status('idle', request);
    // A client that takes the last status for the kernel's would think that the cell, or the part, had ended.
    const [longest] = handled;
    const going = executor.running ?? longest;
    if (going) status('busy', going);
  }

  return {
    receive(channel, message) {
      const { msg_type: type } = message.header;
      if (!isJson(message.content)) return;
      if (!closing) warmUp.refresh();
      if (channel === 'stdin') {
        if (type === 'input_reply') executor.answer(message);
      } else if (type === 'execute_request' && channel === 'shell') executor.execute(message);
      else if (/^comm_(open|msg|close)$/.test(type)) {
        status('busy', message);
        comms.receive(message);
        status('idle', message);
      } else if (type.endsWith('_request')) void handle(channel, message);
      else log(`a message of the unknown type "${type}" was ignored`);
    },
    file: files.ask,
    interrupt,
    async close() {
      closing = true;
      clearTimeout(warmUp);
      await Promise.all([cells?.close(), language.close()]);
    },
  };
}
