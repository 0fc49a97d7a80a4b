import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { root } from '../../../kernels/engine/root.js';
import { type LiveKernel, liveKernel } from '../../../kernels/jupyter/live/live-kernel.js';
import { trainingPiece } from '../../../src/components/cs-ib/live-piece.js';
import type { LiveSnapshot } from '../../../src/components/cs-ib/live-snapshot.js';
import { connectKernel, type KernelOutput } from '../../../src/components/kernel-connection.js';
import { kernelSource } from '../../../src/components/kernel-source.js';

let kernel: LiveKernel;

beforeAll(async () => {
  kernel = await liveKernel({ folder: root, log: () => undefined });
});
afterAll(() => kernel.close());

const open = (address: string, protocol: string) =>
  new WebSocket(address, protocol) as unknown as globalThis.WebSocket;
const connect = () => connectKernel(kernel.address, open);

async function outputs(code: string, signal?: AbortSignal): Promise<KernelOutput[]> {
  const client = await connect();
  const found: KernelOutput[] = [];
  for await (const output of client.execute(code, { signal })) found.push(output);
  client.close();
  return found;
}

it('runs code for a page', async () => {
  expect(await outputs('console.log("so"); 1 + 1')).toMatchObject([
    { type: 'stream', text: 'so\n' },
    { type: 'execute_result', data: { 'text/plain': '2' } },
  ]);
});

it('stops it when the page does', async () => {
  const stop = new AbortController();
  const endless = outputs('while (true);', stop.signal);
  setTimeout(() => stop.abort(new Error('enough')), 300);
  await expect(endless).rejects.toThrow('enough');
  expect(await outputs('2 + 2')).toMatchObject([{ data: { 'text/plain': '4' } }]);
});

it('trains the live piece of a page', async () => {
  const source = await kernelSource(connect);
  const snapshots: LiveSnapshot[] = [];
  const settings = { variant: 'symmetric', betas: [0, 0.3], seeds: 2, seed: 1, steps: 20 } as const;
  for await (const snapshot of source.run(trainingPiece(''), settings, new AbortController().signal))
    snapshots.push(snapshot);
  expect(snapshots.at(-1)!.step).toBe(20);
  expect(snapshots[0].members).toHaveLength(4);
  expect(snapshots.every(({ members }) => members.every(({ rmse }) => Number.isFinite(rmse)))).toBe(true);
});
