import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Json, Message } from '../../kernels/jupyter/protocol/message.js';
import type { Received, TestKernel } from './kernel-client.js';

/** What is asked of a kernel, and how one finds out. It rejects where the kernel does not do it. */
type Check = readonly [what: string, check: (kernel: TestKernel) => Promise<void>];

const isOf = ({ parent }: Message, id: string) => 'msg_id' in parent && parent.msg_id === id;

/** A text that has to say something. */
const text = expect.stringMatching(/\S/) as string;

/** The first message of this type that a request has caused. */
const caused = (kernel: TestKernel, id: string, type: string) =>
  kernel.find((message) => message.type === type && isOf(message, id));

/** What was published for a cell, and its reply, when both have come. */
async function run(kernel: TestKernel, code: string): Promise<{ reply: Received; published: Received[] }> {
  const id = kernel.start(code);
  await kernel.finished(id);
  const published = kernel.received.filter((message) => message.channel === 'iopub' && isOf(message, id));
  return { reply: await caused(kernel, id, 'execute_reply'), published };
}

/** The contents of the messages of this type that a cell publishes. */
async function contents(kernel: TestKernel, code: string, type: string): Promise<Json[]> {
  const { reply, published } = await run(kernel, code);
  expect(reply.content.status).toBe('ok');
  return published.filter((message) => message.type === type).map(({ content }) => content);
}

async function printed(kernel: TestKernel, code: string, name: string): Promise<string> {
  const streams = await contents(kernel, code, 'stream');
  return streams
    .filter((content) => content.name === name)
    .map((content) => content.text)
    .join('');
}

const info = (kernel: TestKernel) => kernel.request('shell', 'kernel_info_request');

/**
 * What every kernel has to do, and what most can do: the 27 checks of kernel-testbed
 * (https://github.com/runtimed/kernel-testbed), in its order and its four tiers, with TypeScript as a user writes it.
 * They want what the client is told to be right, not only to be there. The last one ends the kernel.
 */
export const checks: Readonly<Record<string, readonly Check[]>> = {
  'the protocol': [
    [
      'echoes what is sent to its heartbeat',
      async (kernel) => expect(await kernel.beat('ping')).toBe('ping'),
    ],
    [
      'welcomes who subscribes, before all else',
      async ({ received }) => {
        const [first] = received.filter(({ channel }) => channel === 'iopub');
        expect(first).toMatchObject({ type: 'iopub_welcome', parent: {}, content: { subscription: '' } });
      },
    ],
    [
      // One that parses into types refuses the whole reply for a field of another kind, and with it the kernel.
      'describes itself in a way that a strict client can read',
      async (kernel) => {
        // The device is not in the specification.
        const { help_links, supported_features, device, ...described } = await info(kernel);
        expect(described).toEqual({
          ...{ status: 'ok', protocol_version: text, implementation: text, implementation_version: text },
          language_info: {
            ...{ name: text, version: text, mimetype: text, file_extension: text },
            ...{ pygments_lexer: text, codemirror_mode: text, nbconvert_exporter: text },
          },
          ...{ banner: text, debugger: false },
        });
        const links = help_links as readonly unknown[];
        expect(links).toEqual(links.map(() => ({ text, url: text })));
        expect([supported_features, device]).toEqual([[], text]);
      },
    ],
    [
      'names its language and the version of it',
      async (kernel) =>
        expect((await info(kernel)).language_info).toMatchObject({ name: 'typescript', version: text }),
    ],
    [
      'names the version of the protocol',
      async (kernel) => expect((await info(kernel)).protocol_version).toMatch(/^5\.\d+$/),
    ],
    [
      'sends on what a cell prints',
      async (kernel) => expect(await printed(kernel, "console.log('hello')", 'stdout')).toBe('hello\n'),
    ],
    [
      'sends on what a cell prints as errors',
      async (kernel) => expect(await printed(kernel, "console.error('error')", 'stderr')).toBe('error\n'),
    ],
    [
      'answers a cell that has done its work',
      async (kernel) => {
        const { reply } = await run(kernel, 'const x = 1');
        expect(reply).toMatchObject({ type: 'execute_reply', channel: 'shell', content: { status: 'ok' } });
      },
    ],
    [
      'is busy from the first message of a cell to the last, and then idle',
      async (kernel) => {
        const { published } = await run(kernel, 'const x = 1');
        const states = published.map(({ content }) => content.execution_state);
        expect([states[0], states.at(-1)]).toEqual(['busy', 'idle']);
        expect(states.slice(1, -1)).not.toContain('idle');
      },
    ],
    [
      'tells all clients what is run',
      async (kernel) => {
        const [shown] = await contents(kernel, 'const x = 1', 'execute_input');
        expect(shown).toEqual({ code: 'const x = 1', execution_count: expect.any(Number) as number });
      },
    ],
  ],

  'what an editor asks': [
    [
      'completes the name of a variable',
      async (kernel) => {
        await run(kernel, 'const testVariableForCompletion = 42');
        const code = 'testVariableFor';
        const completed = await kernel.request('shell', 'complete_request', {
          code,
          cursor_pos: code.length,
        });
        expect(completed).toMatchObject({
          status: 'ok',
          matches: ['testVariableForCompletion'],
          cursor_start: 0,
          cursor_end: code.length,
        });
      },
    ],
    [
      'tells of the variable at the cursor',
      async (kernel) => {
        await run(kernel, 'const testVariableForInspection = 42');
        const code = 'testVariableForInspection';
        const seen = await kernel.request('shell', 'inspect_request', {
          ...{ code, cursor_pos: code.length, detail_level: 0 },
        });
        expect(seen).toMatchObject({ status: 'ok', found: true, metadata: {} });
        expect(seen.data).toHaveProperty('text/plain', expect.stringContaining('42'));
      },
    ],
    [
      'says that a line is complete',
      async (kernel) => {
        const request = { code: 'const x = 1' };
        expect(await kernel.request('shell', 'is_complete_request', request)).toMatchObject({
          status: 'complete',
        });
      },
    ],
    [
      'says that a line is to be continued',
      async (kernel) => {
        const request = { code: 'const x = {' };
        expect(await kernel.request('shell', 'is_complete_request', request)).toMatchObject({
          status: 'incomplete',
          indent: expect.any(String) as string,
        });
      },
    ],
    [
      'remembers what was run',
      async (kernel) => {
        await run(kernel, '"remember me"');
        const request = { output: false, raw: true, hist_access_type: 'tail', n: 10 };
        const { status, history } = await kernel.request('shell', 'history_request', request);
        expect(status).toBe('ok');
        const entry = [expect.any(Number), expect.any(Number), '"remember me"'];
        expect((history as unknown[]).at(-1)).toEqual(entry);
      },
    ],
    [
      'lists its comms',
      async (kernel) =>
        expect(await kernel.request('shell', 'comm_info_request')).toEqual({ status: 'ok', comms: {} }),
    ],
    [
      'reports what is no TypeScript, to the client and to all',
      async (kernel) => {
        const { reply, published } = await run(kernel, 'function function');
        const error = { ename: 'SyntaxError', evalue: text, traceback: expect.any(Array) as string[] };
        expect(reply.content).toMatchObject({ status: 'error', ...error });
        expect(published.find(({ type }) => type === 'error')!.content).toEqual(error);
      },
    ],
  ],

  'what is shown': [
    [
      'shows what a cell displays',
      async (kernel) => {
        const shown = await contents(kernel, 'display(html`<b>bold</b>`);', 'display_data');
        expect(shown).toMatchObject([{ data: { 'text/html': '<b>bold</b>' }, metadata: {}, transient: {} }]);
      },
    ],
    [
      'replaces what was displayed under a name',
      async (kernel) => {
        const { published } = await run(
          kernel,
          "display(html`<b>initial</b>`, { id: 'named' }); display(html`<b>updated</b>`, { id: 'named', update: true });",
        );
        const transient = { display_id: 'named' };
        expect(published.filter(({ type }) => type.endsWith('display_data'))).toMatchObject([
          { type: 'display_data', content: { data: { 'text/html': '<b>initial</b>' }, transient } },
          { type: 'update_display_data', content: { data: { 'text/html': '<b>updated</b>' }, transient } },
        ]);
      },
    ],
    [
      'gives the value of a cell',
      async (kernel) =>
        expect(await contents(kernel, '1 + 1', 'execute_result')).toEqual([
          { data: { 'text/plain': '2' }, metadata: {}, execution_count: expect.any(Number) as number },
        ]),
    ],
    [
      'gives a value that is more than text',
      async (kernel) => {
        const rows = '[{ letter: "A", frequency: 0.08167 }, { letter: "B", frequency: 0.01492 }]';
        const [{ data }] = await contents(kernel, rows, 'execute_result');
        expect(data).toHaveProperty('text/html', expect.stringMatching(/<table[^]*0\.01492/));
      },
    ],
  ],

  'what few kernels do': [
    [
      'asks the user of a cell',
      async (kernel) => {
        const id = kernel.start("await input('Enter: ')");
        const question = await caused(kernel, id, 'input_request');
        expect(question.content).toEqual({ prompt: 'Enter: ', password: false });
        const answer = { status: 'ok', value: 'test_input_42' };
        kernel.send('stdin', 'input_reply', answer, { parent: { ...question.header } });
        const { reply, result } = await kernel.finished(id);
        expect([reply.status, result]).toEqual(['ok', "'test_input_42'"]);
      },
    ],
    [
      'closes a comm that no cell answers, and goes on',
      async (kernel) => {
        const comm = randomUUID();
        kernel.send('shell', 'comm_open', { comm_id: comm, target_name: 'nobody.answers', data: {} });
        const closed = await kernel.find(
          ({ type, content }) => type === 'comm_close' && content.comm_id === comm,
        );
        expect(closed.content.data).toEqual({});
        expect((await run(kernel, 'const x = 1')).reply.content.status).toBe('ok');
      },
    ],
    [
      'answers an interrupt where nothing runs',
      async (kernel) =>
        expect(await kernel.request('control', 'interrupt_request')).toEqual({ status: 'ok' }),
    ],
    [
      'counts the cells',
      async (kernel) => {
        const first = (await run(kernel, 'const x = 1')).reply.content.execution_count as number;
        expect((await run(kernel, 'const x = 1')).reply.content.execution_count).toBe(first + 1);
      },
    ],
    [
      'says of all messages which request they belong to',
      async (kernel) => {
        const before = kernel.received.length;
        const { reply, published } = await run(kernel, "console.log('hello')");
        expect([...published, reply].map(({ type }) => type).sort()).toEqual(
          ['status', 'execute_input', 'stream', 'status', 'execute_reply'].sort(),
        );
        expect(kernel.received).toHaveLength(before + published.length + 1);
      },
    ],
    [
      'answers a client that ends it, and ends',
      async (kernel) => {
        const reply = await kernel.request('control', 'shutdown_request', { restart: false });
        expect(reply).toEqual({ status: 'ok', restart: false });
        expect(await kernel.process.ended).toBe(0);
        expect(kernel.process.log()).toBe('');
      },
    ],
  ],
};
