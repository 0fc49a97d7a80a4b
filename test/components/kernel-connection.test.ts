import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket as NodeWebSocket } from 'ws';
import {
  connectKernel,
  type KernelConnection,
  type KernelOutput,
} from '../../src/components/kernel-connection.js';
import { type FakeKernel, fakeKernel, show } from './fake-kernel.js';

const connect = (address: string) =>
  connectKernel(address, (url, protocol) => new NodeWebSocket(url, protocol) as unknown as WebSocket);

const collect = async (outputs: AsyncIterable<KernelOutput>) => {
  const found: KernelOutput[] = [];
  for await (const output of outputs) found.push(output);
  return found;
};
const text = (words: string) => ['stream', { name: 'stdout', text: words }] as const;
const streamed = (words: string) => ({ type: 'stream', name: 'stdout', text: words });

let kernel: FakeKernel;
let client: KernelConnection;

beforeEach(async () => {
  kernel = await fakeKernel();
  client = await connect(kernel.address);
});

afterEach(async () => {
  client.close();
  await kernel.close();
});

describe('connectKernel', () => {
  it('says what the kernel computes on', () => {
    expect(client.device).toBe('a test bench');
    expect(client.closed).toBe(false);
  });

  it('names the host, and not the token, where nobody answers', async () => {
    const { address } = kernel;
    await kernel.close();
    const failure = await connect(address).catch((error: Error) => error);
    expect((failure as Error).message).toBe(`no kernel answers at ${new URL(address).host}`);
  });

  it('refuses a server that does not speak the subprotocol', async () => {
    const other = await fakeKernel('another');
    await expect(connect(other.address)).rejects.toThrow(/no kernel answers/);
    await other.close();
  });
});

describe('execute', () => {
  it('sends code and yields what it shows, with buffers, until reply and idle are there', async () => {
    const found = collect(client.execute('display("π 🔬")'));
    const request = await kernel.next('execute_request');
    expect(request.channel).toBe('shell');
    expect(request.content).toMatchObject({ code: 'display("π 🔬")', silent: false, allow_stdin: false });

    const { answer } = request;
    const bundle = { data: { 'text/plain': 'π 🔬' }, metadata: { a: 1 } };
    answer('iopub', 'status', { execution_state: 'busy' });
    answer('iopub', 'execute_input', { code: '…' });
    answer('iopub', 'stream', { name: 'stderr', text: 'π 🔬' });
    answer('iopub', 'display_data', bundle, [Uint8Array.of(1, 2), Uint8Array.of()]);
    answer('shell', 'execute_reply', { status: 'ok' });
    answer('iopub', 'execute_result', bundle);
    answer('iopub', 'status', { execution_state: 'idle' });
    answer('iopub', 'stream', { name: 'stdout', text: 'too late' });
    expect(await found).toEqual([
      { type: 'stream', name: 'stderr', text: 'π 🔬' },
      { type: 'display_data', ...bundle, buffers: [Uint8Array.of(1, 2), Uint8Array.of()] },
      { type: 'execute_result', ...bundle, buffers: [] },
    ]);
  });

  it('ends also where the reply comes last', async () => {
    const found = collect(client.execute('1'));
    const { answer } = await kernel.next('execute_request');
    answer('iopub', 'status', { execution_state: 'busy' });
    answer('iopub', 'status', { execution_state: 'idle' });
    answer('shell', 'execute_reply', { status: 'ok' });
    expect(await found).toEqual([]);
  });

  it('keeps apart what runs at the same time', async () => {
    const one = collect(client.execute('one'));
    const first = await kernel.next('execute_request');
    const two = collect(client.execute('two'));
    const second = await kernel.next('execute_request');
    first.answer('iopub', 'status', { execution_state: 'busy' });
    second.answer('iopub', ...text('b'));
    first.answer('iopub', ...text('a'));
    show(second, [text('d')]);
    show(first, [text('c')]);
    expect(await one).toEqual(['a', 'c'].map(streamed));
    expect(await two).toEqual(['b', 'd'].map(streamed));
  });

  it('yields an error of the code once, whichever way it comes', async () => {
    const error = { ename: 'TypeError', evalue: 'no', traceback: ['at 1'] };
    const expected = { type: 'error', name: 'TypeError', message: 'no', traceback: ['at 1'] };
    for (const outputs of [[['error', error] as const], []]) {
      const found = collect(client.execute('fail'));
      show(await kernel.next('execute_request'), outputs, { status: 'error', ...error });
      expect(await found).toEqual([expected]);
    }
  });

  it('says so where the kernel drops the request', async () => {
    const found = collect(client.execute('late'));
    show(await kernel.next('execute_request'), [], { status: 'aborted' });
    expect(await found).toMatchObject([{ type: 'error', message: 'the kernel did not run it: aborted' }]);
  });
});

describe('interrupting', () => {
  it('asks on the control channel, and raises the reason', async () => {
    const controller = new AbortController();
    const found = collect(client.execute('loop', { signal: controller.signal }));
    const request = await kernel.next('execute_request');
    request.answer('iopub', 'status', { execution_state: 'busy' });
    request.answer('iopub', ...text('a'));
    const status = collect(client.execute('sync')); // once this is answered, so is the status before it
    show(await kernel.next('execute_request'), []);
    await status;
    controller.abort(new Error('enough'));
    await expect(found).rejects.toThrow('enough');
    expect((await kernel.next('interrupt_request')).channel).toBe('control');

    // The kernel ends the interrupted code; the connection serves the next.
    show(request, [text('b')], { status: 'error', ename: 'Interrupted', evalue: '' });
    const next = collect(client.execute('next'));
    show(await kernel.next('execute_request'), [text('c')]);
    expect(await next).toEqual([streamed('c')]);
    expect(kernel.requests.filter(({ header }) => header.msg_type === 'interrupt_request')).toHaveLength(1);
  });

  it('happens also where the reader leaves the loop', async () => {
    const outputs = client.execute('loop');
    const first = outputs.next();
    const { answer } = await kernel.next('execute_request');
    answer('iopub', 'status', { execution_state: 'busy' });
    answer('iopub', ...text('a'));
    expect((await first).value).toEqual(streamed('a'));
    await outputs.return();
    await kernel.next('interrupt_request');
  });

  it('waits while the kernel is busy with another’s code', async () => {
    const controller = new AbortController();
    const found = collect(client.execute('queued', { signal: controller.signal }));
    const request = await kernel.next('execute_request');
    controller.abort(new Error('enough'));
    await expect(found).rejects.toThrow('enough');

    const other = collect(client.execute('other'));
    show(await kernel.next('execute_request'), []);
    await other;
    const interrupts = () => kernel.requests.filter(({ header }) => header.msg_type === 'interrupt_request');
    expect(interrupts()).toHaveLength(0);
    request.answer('iopub', 'status', { execution_state: 'busy' });
    await kernel.next('interrupt_request');
  });

  it('does not begin what was aborted before', async () => {
    await expect(collect(client.execute('1', { signal: AbortSignal.abort('no') }))).rejects.toBe('no');
    expect(kernel.requests.map(({ header }) => header.msg_type)).toEqual(['kernel_info_request']);
  });
});

describe('a lost connection', () => {
  it('raises an error in what runs and in what comes after', async () => {
    const found = collect(client.execute('loop'));
    const { socket, answer } = await kernel.next('execute_request');
    answer('iopub', ...text('a'));
    socket.close(1011);
    const { host } = new URL(kernel.address);
    await expect(found).rejects.toThrow(`the connection to the kernel at ${host} was lost (code 1011)`);
    expect(client.closed).toBe(true);
    await expect(collect(client.execute('1'))).rejects.toThrow('was lost');
  });

  it.each([
    ['a frame that cannot be read', Buffer.alloc(12), /was given up: malformed kernel frame/],
    ['text', 'hello', /was given up: a text frame/],
  ])('is what %s leads to', async (_, frame, problem) => {
    const found = collect(client.execute('loop'));
    (await kernel.next('execute_request')).socket.send(frame);
    await expect(found).rejects.toThrow(problem);
    expect(client.closed).toBe(true);
  });
});
