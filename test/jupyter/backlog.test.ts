import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Dealer, Subscriber } from 'zeromq';
import { createMessage, type Message } from '../../kernels/jupyter/protocol/message.js';
import { type Wire, wire } from '../../kernels/jupyter/protocol/wire.js';
import { type KernelProcess, startKernelProcess } from './kernel-process.js';

/** Megabytes of a process that are in memory, as Linux says it. */
function memory(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

let kernel: KernelProcess;
let format: Wire;
/** Hears what is published, and reads when the test does. */
let iopub: Subscriber;
let shell: Dealer;
let control: Dealer;

beforeEach(async () => {
  kernel = await startKernelProcess();
  const { key, ip, shell_port, control_port, iopub_port } = kernel.connection;
  format = wire(key);
  const at = (port: number) => `tcp://${ip}:${port}`;
  iopub = new Subscriber({ linger: 0, receiveHighWaterMark: 2 });
  iopub.connect(at(iopub_port));
  iopub.subscribe();
  shell = new Dealer({ linger: 0 });
  shell.connect(at(shell_port));
  control = new Dealer({ linger: 0 });
  control.connect(at(control_port));
  await heard((message) => message.header.msg_type === 'iopub_welcome');
});
afterEach(async () => {
  for (const socket of [iopub, shell, control]) socket.close();
  await kernel.close();
});

/** Reads until a message fits; returns all that it read. */
async function heard(fits: (message: Message) => boolean): Promise<Message[]> {
  const read: Message[] = [];
  for (;;) {
    const message = format.decode(await iopub.receive());
    read.push(message);
    if (fits(message)) return read;
  }
}

async function ask(socket: Dealer, type: string, content: Message['content'] = {}): Promise<void> {
  const message = createMessage(type, content, { session: 'test' });
  await socket.send(format.encode(message) as Buffer[]);
}

/** The end of the cell. */
const idle = ({ content, parent }: Message) =>
  content.execution_state === 'idle' && parent.msg_type === 'execute_request';

const request = (code: string) => ({
  code,
  silent: false,
  store_history: false,
  user_expressions: {},
  allow_stdin: false,
});

/** Starts a cell that never ends, reads nothing for some seconds, stops it, and returns all that it put out. */
async function unread(code: string): Promise<Message[]> {
  await ask(shell, 'execute_request', request(code));
  const begun = await heard(({ header }) => /^(stream|display_data)$/.test(header.msg_type));
  await delay(4000);
  const early = memory(kernel.child.pid!);
  await delay(3000);
  // Endless output would be hundreds of megabytes more.
  expect(memory(kernel.child.pid!) - early).toBeLessThan(100);
  await ask(control, 'interrupt_request');
  await control.receive();
  return [...begun, ...(await heard(idle))];
}

// The kernel waits ten seconds for a client that reads nothing; this one comes before.
describe.runIf(process.platform === 'linux')('output that nobody reads', () => {
  it('of an endless print waits, and nothing of it is lost', async () => {
    const printed = await unread('for (let i = 0; ; i++) console.log(`${i} ${"q".repeat(1000)}`)');
    const texts: string[] = [];
    for (const { header, content } of printed)
      if (header.msg_type === 'stream') texts.push(String(content.text));
    const lines = texts.join('').split('\n').slice(0, -1);
    expect(lines.length).toBeGreaterThan(1000);
    expect(lines.findIndex((line, i) => !line.startsWith(`${i} q`))).toBe(-1);
  });

  it('of an endless display waits, and nothing of it is lost', async () => {
    const put = await unread('for (let i = 0; ; i++) display(`${i} ${"q".repeat(5000)}`)');
    const shown = put.filter(({ header }) => header.msg_type === 'display_data');
    expect(shown.length).toBeGreaterThan(100);
    const numbers = shown.map(({ content }) =>
      Number.parseInt(String((content.data as Record<string, unknown>)['text/plain']).slice(1)),
    );
    expect(numbers.findIndex((number, i) => number !== i)).toBe(-1);
  });

  it(
    'is let go of after ten seconds, and heard again by whoever reads again',
    { timeout: 180_000 },
    async () => {
      const many = 'for (let i = 0; i < 120_000; i++) console.log("q".repeat(1000))';
      await ask(shell, 'execute_request', request(many));
      await shell.receive();
      expect(kernel.log()).toContain('a client read nothing for ten seconds');
      let again = false;
      const hearing = heard(({ header, content }) => {
        return header.msg_type === 'stream' && String(content.text).includes('again');
      }).then(() => (again = true));
      while (!again) {
        await ask(shell, 'execute_request', request('console.log("again")'));
        await shell.receive();
        await delay(100);
      }
      await hearing;
    },
  );
});
