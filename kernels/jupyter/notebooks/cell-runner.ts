import { randomUUID } from 'node:crypto';
import type { ErrorReport, ValueFile } from '../cells/events.js';
import { type Channel, createMessage, type Json, type Message } from '../protocol/message.js';
import { createKernel } from '../session/kernel.js';

/** How a cell's run ended. */
export interface CellRun {
  /** As tracebacks call the cell: `[3]`. */
  readonly label: string;
  readonly error?: ErrorReport;
}

/**
 * A kernel in this process that runs cells, each identified by its number. There is nobody to answer `input()`,
 * which therefore fails.
 */
export interface CellRunner {
  /** Waits until cells can run. */
  ready(): Promise<void>;
  run(number: number, source: string): Promise<CellRun>;
  /** What the first of these cells to have a value makes of it, where no cell waits for what is not there. */
  file(numbers: readonly number[], extension: string): Promise<ValueFile>;
  /** Ends whatever runs; its promise is rejected. */
  close(): Promise<void>;
}

export interface CellRunnerEffects {
  /** A cell has printed something. */
  printed(text: string, label: string): void;
  log(message: string): void;
}

/** @param folder where cells look up their imports and files */
export function startCellRunner(folder: string, { printed, log }: CellRunnerEffects): CellRunner {
  const session = randomUUID();
  const labels = new Map<string, string>();
  const open = new Map<string, { resolve(reply: Message): void; reject(error: Error): void }>();
  const kernel = createKernel({ folder, client: 'log', send, log, shutdown: () => undefined });

  function send(channel: Channel, message: Message): void {
    const { header, content, parent } = message;
    const request = parent.msg_id ?? '';
    if (header.msg_type === 'execute_input') labels.set(request, `[${String(content.execution_count)}]`);
    else if (header.msg_type === 'stream') printed(String(content.text), labels.get(request) ?? '');
    else if (header.msg_type === 'execute_reply') open.get(request)?.resolve(message);
  }

  async function execute(content: Json, metadata?: Json): Promise<Message> {
    const request = createMessage(
      'execute_request',
      { ...content, allow_stdin: false },
      { session, metadata },
    );
    const { msg_id: id } = request.header;
    const reply = await new Promise<Message>((resolve, reject) => {
      open.set(id, { resolve, reject });
      kernel.receive('shell', request);
    });
    open.delete(id);
    return reply;
  }

  return {
    ready: async () => void (await execute({ code: '0', silent: true })),
    async run(number, source) {
      const { content, parent } = await execute({ code: source }, { cellId: String(number) });
      const error = content.status === 'error' ? (content as object as ErrorReport) : undefined;
      return { label: labels.get(parent.msg_id) ?? '', error };
    },
    file: (numbers, extension) => kernel.file(numbers.map(String), extension),
    async close() {
      for (const { reject } of open.values()) reject(new Error('the kernel was closed'));
      await kernel.close();
    },
  };
}
