import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMessage } from '../../kernels/jupyter/protocol/message.js';
import { wire } from '../../kernels/jupyter/protocol/wire.js';
import { type ClientChannel, startKernel, type TestKernel } from './kernel-client.js';

let kernel: TestKernel;
beforeAll(async () => void (kernel = await startKernel()));
afterAll(() => kernel.end());

/** The kernel is the process that it was, and computes. */
async function isWell(): Promise<void> {
  let executed = await kernel.execute('1 + 1');
  // Queued behind one that failed.
  while (executed.reply.status === 'aborted') executed = await kernel.execute('1 + 1');
  expect(executed.result).toBe('2');
  expect(kernel.process.child.exitCode).toBe(null);
}

/** Any four frames as a message that is rightly signed. */
function signed(key: string, parts: readonly Uint8Array[]): Uint8Array[] {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return [Buffer.from('<IDS|MSG>'), Buffer.from(hmac.digest('hex')), ...parts];
}

const types = [
  ...[
    'execute',
    'kernel_info',
    'is_complete',
    'complete',
    'inspect',
    'history',
    'comm_info',
    'debug',
    'unknown',
  ].map((name) => `${name}_request`),
  ...[
    'comm_open',
    'comm_msg',
    'comm_close',
    'input_reply',
    'execute_reply',
    '',
    '_request',
    '__proto___request',
  ],
];
const channels: ClientChannel[] = ['shell', 'control', 'stdin'];

/** Values that no field expects, and that no conversion survives. */
const hostile: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e300,
  '',
  'text',
  [],
  [1],
  {},
  { toString: 1, valueOf: 1 },
  JSON.parse('{"__proto__": 1}'),
];

const fields: Readonly<Record<string, unknown>> = {
  code: 'void 0',
  silent: false,
  store_history: false,
  user_expressions: { a: '1' },
  allow_stdin: true,
  stop_on_error: false,
  cursor_pos: 1,
  detail_level: 0,
  hist_access_type: 'search',
  pattern: '*',
  unique: true,
  session: 0,
  start: 0,
  stop: 2,
  n: 3,
  target_name: 'x',
  comm_id: 'c',
  data: {},
  value: 'v',
  msg_id: 'm',
};

describe('messages that no client should send', () => {
  it('with any field of another type are answered, or ignored', async () => {
    const sent: string[] = [];
    for (const type of types)
      for (const channel of channels)
        for (const [name] of Object.entries(fields).slice(0, channel === 'shell' ? undefined : 5))
          for (const value of hostile.slice(0, channel === 'shell' ? undefined : 6))
            sent.push(kernel.send(channel, type, { ...fields, [name]: value }));
    await isWell();
    // Every request on shell has its reply.
    const requests = kernel.send('shell', 'history_request', { n: 'x' });
    const { content } = await kernel.find(
      ({ channel, parent }) => channel === 'shell' && 'msg_id' in parent && parent.msg_id === requests,
    );
    expect(content).toMatchObject({
      status: 'error',
      ename: 'BadRequest',
      evalue: '"n" must be a whole number',
    });
    expect(sent.length).toBeGreaterThan(2000);
  });

  it('with metadata of any type run their cell', async () => {
    for (const value of hostile)
      for (const metadata of [{ cellId: value }, { deletedCells: value }, { deletedCells: [value] }])
        expect((await kernel.execute('1 + 1', { metadata })).reply.status).toBe('ok');
  });

  it('while a cell waits for an answer leave it to be answered', async () => {
    for (const value of hostile) {
      const id = kernel.start('await input("?")', { content: { store_history: false } });
      await kernel.find(
        ({ type, parent }) => type === 'input_request' && 'msg_id' in parent && parent.msg_id === id,
      );
      kernel.send('stdin', 'input_reply', { value });
      const { reply } = await kernel.finished(id);
      expect(reply.status).toBe('ok');
    }
  });

  it('of any content, type and order do no harm', async () => {
    const content = fc.dictionary(
      fc.constantFrom(...Object.keys(fields)),
      fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(...hostile)),
    );
    const message = fc.record({
      channel: fc.constantFrom(...channels),
      type: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...types) }, fc.string()),
      content,
      metadata: fc.dictionary(
        fc.constantFrom('cellId', 'deletedCells', 'other'),
        fc.jsonValue({ maxDepth: 1 }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 10 }), async (messages) => {
        for (const { channel, type, content, metadata } of messages) {
          // What a cell may legitimately run for ever is another test's.
          const code = type === 'execute_request' && typeof content.code === 'string' ? { code: '0' } : {};
          kernel.send(channel, type, { ...content, ...code }, { metadata });
        }
        await isWell();
      }),
      { numRuns: 60 },
    );
  });
});

describe('frames that are no message', () => {
  it('are ignored, whatever they are', async () => {
    const { key } = kernel.process.connection;
    const good = wire(key).encode(createMessage('kernel_info_request', {}, { session: kernel.session }));
    const frame = fc.oneof(
      fc.uint8Array({ maxLength: 64 }),
      fc.json().map((text) => new TextEncoder().encode(text)),
      fc.constantFrom(...good),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...channels),
        fc.array(frame, { minLength: 1, maxLength: 8 }),
        async (channel, frames) => {
          await kernel.sendFrames(channel, frames);
          await kernel.sendFrames(channel, [good[0], ...frames]);
          await kernel.sendFrames(channel, signed(key, frames.slice(0, 4)));
        },
      ),
      { numRuns: 200 },
    );
    await isWell();
  });

  it('are told of on the standard error', async () => {
    const other = wire('another key').encode(createMessage('kernel_info_request', {}, { session: 's' }));
    await kernel.sendFrames('shell', other);
    await kernel.sendFrames('control', [new Uint8Array()]);
    await isWell();
    expect(kernel.process.log()).toContain('a message on shell was ignored: the signature is wrong');
    expect(kernel.process.log()).toContain('a message on control was ignored: no <IDS|MSG> delimiter');
  });

  it('leave the heartbeat and the next client alone', async () => {
    expect(await kernel.beat('\u0000thump')).toBe('\u0000thump');
    await isWell();
  });
});
