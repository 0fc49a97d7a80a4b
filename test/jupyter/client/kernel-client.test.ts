import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectClient, type KernelClient } from '../../../kernels/jupyter/client/kernel-client.js';
import { freshConnection } from '../../../kernels/jupyter/protocol/connection.js';
import type { Json, Message } from '../../../kernels/jupyter/protocol/message.js';
import { type FakeKernel, fakeKernel } from './fake-kernel.js';

let kernel: FakeKernel;
let client: KernelClient;

beforeEach(async () => {
  kernel = await fakeKernel();
  client = connectClient(kernel.connection);
});

afterEach(async () => {
  client.close();
  await kernel.close();
});

const texts = (messages: readonly Message[]) =>
  messages.filter(({ header }) => header.msg_type === 'stream').map(({ content }) => content.text);
const print = (text: string, parent?: Message) => kernel.publish('stream', { name: 'stdout', text }, parent);

it('says who the kernel is, and hears it from then on', async () => {
  expect((await client.ready()).content).toMatchObject({ implementation: 'litmus' });
  const heard: Message[] = [];
  client.subscribe((message) => heard.push(message));
  print('to all');
  await expect.poll(() => texts(heard)).toEqual(['to all']);
});

it('waits for a kernel that does not listen yet', async () => {
  const { connection } = kernel;
  await kernel.close();
  client.close();
  client = connectClient(connection);
  const ready = client.ready();
  await delay(100);
  kernel = await fakeKernel(connection);
  expect((await ready).header.msg_type).toBe('kernel_info_reply');
});

it('carries whatever JSON and bytes there are, both ways', async () => {
  const object = fc.dictionary(fc.string(), fc.jsonValue()).map((value) => JSON.parse(JSON.stringify(value)));
  const buffers = fc.array(fc.uint8Array(), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(object, object, buffers, async (content: Json, metadata: Json, bytes) => {
      const sent = kernel.next('echo_request');
      const answer = client.request('shell', 'echo_request', content, { metadata, buffers: bytes });
      const request = await sent;
      expect(request).toMatchObject({ content, metadata });
      expect(request.buffers?.map((buffer) => [...buffer])).toEqual(bytes.map((buffer) => [...buffer]));
      kernel.reply('shell', request, content);
      const reply = await answer;
      expect(reply.content).toEqual(content);
      expect(reply.parent).toEqual(request.header);
    }),
    { numRuns: 30 },
  );
});

it('gives a request what it causes, up to "idle", and subscribers all there is', async () => {
  await client.ready();
  const mine: Message[] = [];
  const all: Message[] = [];
  const unsubscribe = client.subscribe((message) => all.push(message));
  const asked = kernel.next('work_request');
  const answer = client.request('control', 'work_request', {}, { onOutput: (message) => mine.push(message) });
  const request = await asked;
  kernel.status('busy', request);
  kernel.reply('control', request, { status: 'error' });
  print("somebody else's");
  print('one', request);
  print('two', request);
  kernel.status('idle', request);
  expect((await answer).content).toEqual({ status: 'error' });
  expect(texts(mine)).toEqual(['one', 'two']);
  print('late', request);
  await expect.poll(() => texts(all)).toEqual(["somebody else's", 'one', 'two', 'late']);
  expect(texts(mine)).toEqual(['one', 'two']);
  unsubscribe();
  print('unheard');
  await client.request('control', 'kernel_info_request', {}, { onOutput: () => undefined });
  expect(texts(all)).not.toContain('unheard');
});

it('sends what is not answered', async () => {
  const sent = kernel.next('comm_open');
  const id = client.send('shell', 'comm_open', { comm_id: 'a', target_name: 'b', data: {} });
  expect((await sent).header.msg_id).toBe(id);
});

describe('a request fails', () => {
  it('when its time is over, and a reply that comes later is nobody’s', async () => {
    await client.ready();
    const asked = kernel.next('slow_request');
    const answer = client.request('shell', 'slow_request', {}, { timeout: 100 });
    await expect(answer).rejects.toThrow('the kernel did not answer slow_request in time');
    kernel.reply('shell', await asked, {});
    expect((await client.ready()).header.msg_type).toBe('kernel_info_reply');
  });

  it('where there is no kernel', async () => {
    await kernel.close();
    await expect(client.ready(200)).rejects.toThrow('did not answer kernel_info_request in time');
    await expect(client.request('shell', 'any_request', {}, { timeout: 200 })).rejects.toThrow('in time');
  });

  it('where the key is not the kernel’s', async () => {
    const stranger = connectClient({ ...kernel.connection, key: freshConnection().key });
    await expect(stranger.ready(300)).rejects.toThrow('did not answer');
    stranger.close();
  });

  it('when the kernel ends, but not before all that was sent has arrived', async () => {
    await client.ready();
    const lastWords: Message[] = [];
    const asked = [kernel.next('last_request'), kernel.next('lost_request')];
    const [last, lost] = [
      client.request('shell', 'last_request', {}, { onOutput: (message) => lastWords.push(message) }),
      client.request('shell', 'lost_request'),
    ];
    const [request] = await Promise.all(asked);
    for (let i = 0; i < 500; i += 1) print(String(i), request);
    kernel.reply('shell', request, { status: 'ok' });
    kernel.status('idle', request);
    await kernel.close();
    await expect(lost).rejects.toThrow('the kernel has ended');
    expect((await last).content).toEqual({ status: 'ok' });
    expect(lastWords).toHaveLength(501);
    // Another one on the same ports, as after a restart by Jupyter.
    kernel = await fakeKernel(kernel.connection);
    expect((await client.ready()).content).toMatchObject({ implementation: 'litmus' });
  });

  it('when the client is closed, and there are no more requests then', async () => {
    await client.ready();
    const open = client.request('shell', 'open_request');
    await kernel.next('open_request');
    client.close();
    client.close();
    await expect(open).rejects.toThrow('closed');
    await expect(client.request('shell', 'any_request')).rejects.toThrow('closed');
    expect(() => client.send('shell', 'comm_msg', {})).toThrow('closed');
  });

  it('when its listener does', async () => {
    const onOutput = () => {
      throw new RangeError('not mine');
    };
    const asked = kernel.next('work_request');
    const answer = client.request('shell', 'work_request', {}, { onOutput });
    kernel.status('busy', await asked);
    await expect(answer).rejects.toThrow('not mine');
  });
});

describe('a cell', () => {
  it('is sent with what the specification asks for', async () => {
    const asked = kernel.next('execute_request');
    void client.execute('1 + 1', { content: { silent: true } }).catch(() => undefined);
    expect((await asked).content).toEqual({
      code: '1 + 1',
      silent: true,
      store_history: true,
      stop_on_error: true,
      user_expressions: {},
      allow_stdin: false,
    });
  });

  it('has its questions answered', async () => {
    const asked = kernel.next('execute_request');
    const answered = kernel.next('input_reply');
    const questions: unknown[] = [];
    const done = client.execute('await input("who?")', {
      onInput: async (question) => {
        questions.push(question);
        return 'me';
      },
    });
    const request = await asked;
    expect(request.content.allow_stdin).toBe(true);
    kernel.ask(request, { prompt: 'who?', password: false });
    expect((await answered).content).toEqual({ status: 'ok', value: 'me' });
    expect(questions).toEqual([{ prompt: 'who?', password: false }]);
    kernel.reply('shell', request, { status: 'ok' });
    kernel.status('idle', request);
    expect((await done).content).toEqual({ status: 'ok' });
  });

  it('is interrupted where its question cannot be answered', async () => {
    const asked = kernel.next('execute_request');
    const interrupted = kernel.next('interrupt_request');
    const done = client.execute('await input("who?")', {
      onInput: () => Promise.reject(new Error('nobody')),
    });
    const request = await asked;
    kernel.status('busy', request);
    kernel.ask(request, { prompt: 'who?', password: false });
    kernel.reply('control', await interrupted, { status: 'ok' });
    kernel.reply('shell', request, { status: 'error' });
    kernel.status('idle', request);
    await expect(done).rejects.toThrow('nobody');
  });

  it('is interrupted by its signal once it runs, so that no other cell is', async () => {
    const stop = new AbortController();
    const asked = kernel.next('execute_request');
    const done = client.execute('for (;;);', { signal: stop.signal });
    const request = await asked;
    stop.abort(new Error('enough'));
    await client.request('control', 'kernel_info_request');
    const types = () => kernel.received.map(({ message }) => message.header.msg_type);
    expect(types()).toEqual(['execute_request']);
    const interrupted = kernel.next('interrupt_request');
    kernel.status('busy', request);
    kernel.reply('control', await interrupted, { status: 'ok' });
    kernel.reply('shell', request, { status: 'error', ename: 'Interrupted' });
    kernel.status('idle', request);
    await expect(done).rejects.toThrow('enough');
    expect(types()).toEqual(['execute_request', 'interrupt_request']);
  });

  it('is not sent where its signal was aborted before', async () => {
    await expect(client.execute('1', { signal: AbortSignal.abort(new Error('never')) })).rejects.toThrow(
      'never',
    );
    expect(kernel.received).toEqual([]);
  });
});
