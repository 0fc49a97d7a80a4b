import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket as NodeWebSocket } from 'ws';
import { connectKernel } from '../../src/components/kernel-connection.js';
import { kernelCode, kernelSource } from '../../src/components/kernel-source.js';
import type { LivePiece } from '../../src/components/live-run.js';
import { type FakeKernel, fakeKernel, show } from './fake-kernel.js';

const piece: LivePiece<{ n: number; name: string }, number> = {
  module: 'src/components/a/count.ts',
  generator: 'count',
  run: () => {
    throw new Error('runs on the kernel');
  },
};

let kernel: FakeKernel;
let connections = 0;

const connect = () => {
  connections += 1;
  return connectKernel(
    kernel.address,
    (url, protocol) => new NodeWebSocket(url, protocol) as unknown as WebSocket,
  );
};
const json = (value: unknown) =>
  ['display_data', { data: { 'application/json': value }, metadata: {} }] as const;

beforeEach(async () => {
  connections = 0;
  kernel = await fakeKernel();
});

afterEach(() => kernel.close());

const run = async (source: Awaited<ReturnType<typeof kernelSource>>) => {
  const found: number[] = [];
  const { signal } = new AbortController();
  for await (const snapshot of source.run(piece, { n: 3, name: '"β"' }, signal)) found.push(snapshot);
  return found;
};

describe('kernelCode', () => {
  it('is a block that imports the module and shows each snapshot', async () => {
    const code = kernelCode(piece, { n: 3, name: '"β"' });
    expect(code).toContain('await import("litmus:src/components/a/count.ts")');

    // As a kernel would run it, but for where modules come from.
    const AsyncFunction = (async () => {}).constructor as new (
      ...text: string[]
    ) => (...given: unknown[]) => unknown;
    const shown: unknown[] = [];
    const count = async function* (settings: unknown) {
      yield* [0, settings];
    };
    await new AsyncFunction('useBackend', 'load', 'display', 'json', code.replace('import(', 'load('))(
      async () => ({}),
      async () => ({ count }),
      (value: unknown) => shown.push(value),
      (value: unknown) => ({ json: value }),
    );
    expect(shown).toEqual([{ json: 0 }, { json: { n: 3, name: '"β"' } }]);
  });
});

describe('kernelSource', () => {
  it('names the device and yields what is shown as JSON, and nothing else', async () => {
    const source = await kernelSource(connect);
    expect(source.name).toBe('on the live kernel (a test bench)');
    const found = run(source);
    const request = await kernel.next('execute_request');
    expect(request.content.code).toBe(kernelCode(piece, { n: 3, name: '"β"' }));
    const plain = ['display_data', { data: { 'text/plain': '7' }, metadata: {} }] as const;
    show(request, [json(0), ['stream', { name: 'stdout', text: '5' }], plain, json(null), json(2)]);
    expect(await found).toEqual([0, null, 2]);
  });

  it('raises what the kernel reports', async () => {
    const found = run(await kernelSource(connect));
    const error = { ename: 'RangeError', evalue: 'too many', traceback: [] };
    show(await kernel.next('execute_request'), [['error', error]], { status: 'error', ...error });
    await expect(found).rejects.toThrow('the kernel reports RangeError: too many');
  });

  it('connects anew after a connection was lost', async () => {
    const source = await kernelSource(connect);
    const lost = run(source);
    (await kernel.next('execute_request')).socket.close();
    await expect(lost).rejects.toThrow('was lost');
    const found = run(source);
    show(await kernel.next('execute_request'), [json(1)]);
    expect(await found).toEqual([1]);
    expect(connections).toBe(2);
  });
});
