import type { CellsEvent, ErrorReport, Output } from '../cells/events.js';
import type { ClientKind } from '../cells/execution.js';
import type { CellsHost } from '../cells/host.js';
import type { CompiledCell } from '../language/compiled-cell.js';
import type { LanguageHost } from '../language/host.js';
import type { Json, Message } from '../protocol/message.js';
import { fields } from './content.js';
import { helpPage } from './help-page.js';
import type { History } from './history.js';
import { readMagics } from './magics.js';
import { problemReport } from './problem-report.js';
import type { Publisher } from './publish.js';

/** Carries out execute requests, one after the other. */
export interface Executor {
  execute(request: Message): void;
  /** Something that the thread that runs cells has to say. */
  receive(event: CellsEvent): void;
  /** The answer to a question that a cell asked. */
  answer(message: Message): void;
  /** Ends what still waits to be run. */
  stop(error: ErrorReport): void;
  /** Ends this request, should it have no answer yet: the thread that runs cells knows nothing of it. */
  abandon(request: Message, error: ErrorReport): void;
  /** What runs now has ended with the thread that ran it. */
  lost(message: string): void;
  /** The request that is being carried out. */
  readonly running: Message | undefined;
  /** How many cells have been executed so far. */
  readonly count: number;
}

export interface ExecutorEffects extends Pick<Publisher, 'publish' | 'status' | 'reply' | 'ask'> {
  readonly language: LanguageHost;
  cells(): CellsHost;
  readonly history: History;
  /** What clients are that do not keep outputs apart by cell, nor say that there is nobody to ask. */
  readonly client: ClientKind;
  /** Waits until a cell may run; resolves to what ends its turn. */
  turn?(): Promise<() => void>;
}

/** Requests whose outputs may still come: from timers, or from cells that run again. */
const remembered = 1000;

interface Running {
  readonly request: Message;
  readonly silent: boolean;
  readonly count: number;
  readonly stopOnError: boolean;
  /** Whether the history has it. */
  readonly stored: boolean;
  /** What the client is asked to do once it is done. */
  payload: readonly unknown[];
  /** Whether the thread that runs cells has it. */
  posted: boolean;
  /** Lets others have the accelerator. */
  end?(): void;
}

export function createExecutor(effects: ExecutorEffects): Executor {
  const { publish, status, reply, language, history } = effects;
  const queue: Message[] = [];
  const parents = new Map<string, Message>();
  const questions = new Map<string, number>();
  let running: Running | undefined;
  let count = 0;

  /** Whether the thread that runs cells may be holding something back for a request to come. */
  let held = false;

  function pump(): void {
    if (running) return;
    const request = queue.shift();
    effects.cells().waiting(queue.length);
    if (!request) {
      if (held) effects.cells().post({ type: 'rest' });
      held = false;
      return;
    }
    forgetDeleted(request);
    status('busy', request);
    const unread = { silent: true, stopOnError: true, stored: false, payload: [], posted: false };
    running = { ...unread, request, count };
    void begin(request).catch((error: unknown) => {
      // What a client did wrong, or a thread that is gone; a request that was stopped has its answer.
      if (running?.request !== request) return;
      const { name, message } = error as Error;
      finish(request, { status: 'error', ename: name, evalue: message, traceback: [message] });
    });
  }

  /** Clients say once which cells they have no more, whatever then becomes of the request. */
  function forgetDeleted({ metadata: { deletedCells } }: Message): void {
    const cellIds = Array.isArray(deletedCells) ? deletedCells.filter((id) => typeof id === 'string') : [];
    if (cellIds.length > 0) effects.cells().post({ type: 'drop', cellIds });
  }

  async function begin(request: Message): Promise<void> {
    const content = fields(request.content);
    const code = content.text('code');
    const silent = content.flag('silent', false);
    const store = !silent && content.flag('store_history', true);
    const stopOnError = content.flag('stop_on_error', true);
    const expressions = content.object('user_expressions');
    const stored = store && code.trim() !== '';
    if (stored) history.add((count += 1), code);
    const here: Running = { ...running!, silent, count, stopOnError, stored };
    running = here;
    if (!silent) publish('execute_input', { code, execution_count: count }, request);
    const { magics, source, problem } = readMagics(code);
    if (problem) return fail(here, { ename: 'UsageError', evalue: problem, traceback: [problem] });
    for (const magic of magics) if (magic.type !== 'help') effects.cells().post(magic);
    here.payload = magics.some(({ type }) => type === 'help') ? [helpPage] : [];
    if (source.trim() === '' && Object.keys(expressions).length === 0)
      return finish(request, { status: 'ok', payload: here.payload, user_expressions: {} });

    const [compiled, ...others] = await Promise.all(
      [source, ...Object.values(expressions)].map((text) => language.call('compile', String(text))),
    );
    const end = running === here ? await effects.turn?.() : undefined;
    // Stopped while it waited.
    if (running !== here) return end?.();
    here.end = end;
    const label = `[${silent ? 'silent' : count}]`;
    if ('problem' in compiled) return fail(here, problemReport(compiled.problem, source, label));
    const { cellId, tags } = request.metadata;
    const key = typeof cellId === 'string' ? cellId : undefined;
    if (!silent)
      void language
        .call('setCell', key ?? compiled.cell.outputs.join() + label, source)
        .catch(() => undefined);
    parents.set(request.header.msg_id, request);
    if (parents.size > remembered) parents.delete(parents.keys().next().value!);
    here.posted = held = true;
    effects.cells().post({
      type: 'run',
      execution: request.header.msg_id,
      cell: compiled.cell,
      label,
      cellId: key,
      client: clientOf(request),
      session: request.header.session,
      tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
      silent,
      expressions: Object.fromEntries(
        Object.keys(expressions).map((name, i): [string, CompiledCell | string] => {
          const other = others[i];
          return [name, 'cell' in other ? other.cell : other.problem.message];
        }),
      ),
    });
  }

  /** Who says which cell it is keeps outputs apart by cell, and so does who executes a file that nobody looks at. */
  function clientOf({ metadata: { cellId }, content }: Message): ClientKind {
    if (effects.client === 'log') return 'log';
    return typeof cellId === 'string' || content.allow_stdin === false ? 'notebook' : effects.client;
  }

  function fail({ request, silent }: Running, error: ErrorReport): void {
    if (!silent) publish('error', { ...error }, request);
    finish(request, { status: 'error', ...error });
  }

  function finish(request: Message, content: Json & { readonly status: 'ok' | 'error' }): void {
    const { count: number, stopOnError, end } = running!;
    end?.();
    running = undefined;
    reply('shell', request, { ...content, execution_count: number });
    status('idle', request);
    if (content.status === 'error' && stopOnError) abortQueue(request.header.session);
    pump();
  }

  /** What a client sent along with a cell that failed is not run, as the specification says; others' requests are. */
  function abortQueue(session: string): void {
    for (const request of queue.filter(({ header }) => header.session === session)) {
      queue.splice(queue.indexOf(request), 1);
      forgetDeleted(request);
      status('busy', request);
      reply('shell', request, { status: 'aborted', execution_count: count });
      status('idle', request);
    }
  }

  function show(parent: Message | undefined, output: Output): void {
    switch (output.type) {
      case 'stream':
        return publish('stream', { name: output.name, text: output.text }, parent);
      case 'display': {
        const { bundle, displayId, update } = output;
        const transient = displayId === undefined ? {} : { display_id: displayId };
        return publish(update ? 'update_display_data' : 'display_data', { ...bundle, transient }, parent);
      }
      case 'result': {
        const text = output.bundle.data['text/plain'];
        const number = running?.count ?? count;
        if (running?.stored && running.request === parent && typeof text === 'string')
          history.result(number, text);
        return publish('execute_result', { ...output.bundle, execution_count: number }, parent);
      }
      case 'clear':
        return publish('clear_output', { wait: output.wait }, parent);
    }
  }

  return {
    get running() {
      return running?.request;
    },
    get count() {
      return count;
    },
    execute(request) {
      queue.push(request);
      effects.cells().waiting(queue.length);
      pump();
    },
    receive(event) {
      if (event.type === 'output') show(parents.get(event.execution), event.output);
      else if (event.type === 'comm') {
        const { message, id, target, data, metadata, buffers } = event;
        const content = { comm_id: id, ...(target !== undefined && { target_name: target }), data };
        publish(message, content, parents.get(event.execution ?? ''), { metadata, buffers });
      } else if (event.type === 'input') {
        const parent = parents.get(event.execution);
        if (parent?.content.allow_stdin === false || !parent) {
          const why = 'this client takes no input';
          return effects.cells().post({ type: 'no input', id: event.id, why });
        }
        questions.set(parent.header.msg_id, event.id);
        effects.ask(parent, { prompt: event.prompt, password: event.password });
      } else if (event.type === 'done' && running?.request.header.msg_id === event.execution) {
        const { error, expressions } = event;
        if (error) fail(running, error);
        else
          finish(running.request, {
            status: 'ok',
            payload: running.payload,
            user_expressions: { ...expressions },
          });
      }
    },
    answer({ parent, content }) {
      const asker = 'msg_id' in parent ? parent.msg_id : (running?.request.header.msg_id ?? '');
      // Some clients answer without saying what; only one question is open at a time then.
      const [key, id] = questions.has(asker)
        ? [asker, questions.get(asker)!]
        : ([...questions].at(-1) ?? ['', undefined]);
      if (id === undefined) return;
      questions.delete(key);
      const value = typeof content.value === 'string' ? content.value : '';
      effects.cells().post({ type: 'input', id, value });
    },
    stop(error) {
      if (running && !running.posted) fail(running, error);
    },
    abandon(request, error) {
      if (running?.request === request) fail(running, error);
    },
    lost(message) {
      questions.clear();
      if (running) fail(running, { ename: 'KernelThreadDied', evalue: message, traceback: [message] });
      else publish('stream', { name: 'stderr', text: `${message}\n` }, [...parents.values()].at(-1));
    },
  };
}
