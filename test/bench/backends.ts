import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { quick } from '../../data-loaders/cs-ib/sweep.js';
import { chooseBackend } from '../../kernels/engine/backend.js';
import { root } from '../../kernels/engine/root.js';
import { inputs, memberCounts } from './backend-settings.js';
import { median } from './harness.js';
import { type Peer, startPeer } from './peer.js';
import { duration, markdownTable } from './report.js';

/** Chromium's software driver, for machines without a GPU. A process must start with it. */
const chromium = '/usr/lib/chromium';
const softwareDriver = path.join(chromium, 'vk_swiftshader_icd.json');
const software = { LD_LIBRARY_PATH: chromium, VK_ICD_FILENAMES: softwareDriver };

interface Timing {
  readonly device: string;
  readonly seconds: readonly number[];
}

/** One training step of 1, 8 and 64 stacked members on every backend there is, and of PyTorch, in a loop and stacked. */
export async function benchBackends(): Promise<string> {
  const missing = await missingBackends();
  const onSoftware = missing.has('webgpu') && existsSync(softwareDriver);
  if (onSoftware) missing.delete('webgpu');
  const names = ['cpu', 'wasm', 'webgpu', 'tensorflow'].filter((name) => !missing.has(name));
  const peer = startPeer();
  const found = new Map<string, Timing[]>();
  const contenders: Readonly<Record<string, () => Promise<Timing>>> = {
    'pytorch, a loop': () => loop(peer),
    'pytorch, stacked': () => stacked(peer),
    ...Object.fromEntries(names.map((name) => [name, () => onBackend(name, onSoftware ? software : {})])),
  };
  for (let round = 0; round < 3; round++)
    for (const name of round % 2 ? Object.keys(contenders).toReversed() : Object.keys(contenders))
      found.set(name, [...(found.get(name) ?? []), await contenders[name]()]);
  peer.close();
  const rows = [...found].map(([name, timings]) => {
    const seconds = memberCounts.map((_, at) => median(timings.map((timing) => timing.seconds[at])));
    const last = seconds.length - 1;
    return [
      `${name} (${timings[0].device})`,
      ...seconds.map(duration),
      duration(seconds[last] / memberCounts[last]),
      `${(seconds[last] / seconds[0]).toFixed(1)} ×`,
    ];
  });
  const head = memberCounts.map((count) => `${count} member${count === 1 ? '' : 's'}`);
  const table = markdownTable(['one step', ...head, 'a member of 64', '64 cost, of one'], rows);
  return [table, ...[...missing.values()].map((reason) => `Not measured: ${reason}.`)].join('\n\n');
}

/** Backends that do not run here, with the reason. */
async function missingBackends(): Promise<Map<string, string>> {
  const missing = new Map<string, string>();
  for (const name of ['webgpu', 'tensorflow'])
    await chooseBackend(name).catch((error: Error) => missing.set(name, error.message));
  return missing;
}

async function onBackend(name: string, env: Readonly<Record<string, string>>): Promise<Timing> {
  const program = path.join(root, 'test/bench/backend-step.ts');
  const options = { cwd: root, env: { ...process.env, ...env } };
  const { stdout } = await promisify(execFile)('node', ['--import', 'tsx', program, name], options);
  return JSON.parse(stdout.slice(stdout.lastIndexOf('{"device"'))) as Timing;
}

const step = { method: 'cs-symmetric', params: quick, inputs };

/** A step of one network; of several, as many steps. */
async function loop(peer: Peer): Promise<Timing> {
  const { seconds } = await peer.call('sweep.step', { ...step, steps: 300 });
  return { device: 'one thread', seconds: memberCounts.map((count) => count * seconds) };
}

async function stacked(peer: Peer): Promise<Timing> {
  const seconds: number[] = [];
  for (const members of memberCounts)
    seconds.push((await peer.call('stacked.step', { ...step, members, steps: 50 })).seconds);
  return { device: 'one thread', seconds };
}
