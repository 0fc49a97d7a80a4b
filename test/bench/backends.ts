import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { quick } from '../../data-loaders/cs-ib/sweep.js';
import { chooseBackend } from '../../kernels/engine/backend.js';
import { root } from '../../kernels/engine/root.js';
import { inputs, memberCounts } from './backend-settings.js';
import { median } from './harness.js';
import { startPeer } from './peer.js';
import { duration, markdownTable } from './report.js';

/** Chromium's software driver, for machines without a GPU. A process must start with it. */
const chromium = '/usr/lib/chromium';
const softwareDriver = path.join(chromium, 'vk_swiftshader_icd.json');
const software = { LD_LIBRARY_PATH: chromium, VK_ICD_FILENAMES: softwareDriver };

interface Timing {
  readonly device: string;
  readonly seconds: readonly number[];
}

/** One training step of 1, 8 and 64 stacked members on every backend there is, and of PyTorch's loop. */
export async function benchBackends(): Promise<string> {
  const missing = await missingBackends();
  const onSoftware = missing.has('webgpu') && existsSync(softwareDriver);
  if (onSoftware) missing.delete('webgpu');
  const names = ['cpu', 'wasm', 'webgpu', 'tensorflow'].filter((name) => !missing.has(name));
  const peer = startPeer();
  const found = new Map<string, Timing[]>();
  for (let round = 0; round < 3; round++)
    for (const name of round % 2 ? ['pytorch', ...names].toReversed() : ['pytorch', ...names]) {
      const timing =
        name === 'pytorch' ? await loop(peer) : await onBackend(name, onSoftware ? software : {});
      found.set(name, [...(found.get(name) ?? []), timing]);
    }
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

/** A step of one network; of several, as many steps. */
async function loop(peer: ReturnType<typeof startPeer>): Promise<Timing> {
  const settings = { method: 'cs-symmetric', params: quick, inputs, steps: 300 };
  const { seconds } = await peer.call('sweep.step', settings);
  return { device: 'a loop, one thread', seconds: memberCounts.map((count) => count * seconds) };
}
