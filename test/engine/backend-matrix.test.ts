import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { inspectBackends, type PreparedBackend } from '../../kernels/engine/backend.js';
import { root } from '../../kernels/engine/root.js';
import { excesses } from './results.js';
import { driver, software } from './software-gpu.js';

interface Computed {
  readonly prepared: PreparedBackend;
  readonly numbers: Readonly<Record<string, readonly number[]>>;
}

interface Row {
  readonly backend: string;
  /** Largest |a − b| / (1 + |b|) that is allowed between its numbers a and plain JavaScript's b. */
  readonly operations: number;
  /** The same after steps of training, where differences grow. */
  readonly training: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly device?: RegExp;
  /** What is missing here, in words. */
  missing(): Promise<string | undefined>;
}

/** A software GPU on a busy machine takes minutes, in milliseconds. */
const timeout = 400_000;

const here = () => Promise.resolve(undefined);

const matrix: readonly Row[] = [
  { backend: 'wasm', operations: 1e-5, training: 1e-4, missing: here },
  {
    backend: 'webgpu',
    operations: 1e-4,
    training: 1e-3,
    env: software,
    device: /SwiftShader.*software/,
    missing: () =>
      Promise.resolve(existsSync(driver) ? undefined : `needs Chromium's software Vulkan driver, ${driver}`),
  },
  {
    backend: 'tensorflow',
    operations: 1e-5,
    training: 1e-4,
    env: { TF_CPP_MIN_LOG_LEVEL: '3' },
    missing: async () => {
      const native = (await inspectBackends()).filter(({ name }) => name === 'tensorflow');
      if (native.some(({ state }) => state === 'available')) return undefined;
      return `needs native TensorFlow: ${native.map(({ reason }) => reason).join('; ')}`;
    },
  },
];

/** In a process of its own, as drivers are found by what the environment says when a process starts. */
async function computeOn(backend: string, env: Readonly<Record<string, string>> = {}): Promise<Computed> {
  const script = path.join(root, 'test/engine/compute-on.ts');
  const { stdout } = await promisify(execFile)('node', ['--import', 'tsx', script, backend], {
    cwd: root,
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 24,
  });
  // Native TensorFlow greets on standard output.
  return JSON.parse(stdout.slice(stdout.indexOf('{"prepared"'))) as Computed;
}

describe('the same numbers on every backend', () => {
  let plain: Computed;
  beforeAll(async () => {
    plain = await computeOn('cpu');
  });

  it('plain JavaScript agrees with float64 NumPy to 1e-5', () => {
    expect(plain.prepared).toMatchObject({ name: 'cpu', why: 'asked for by name' });
    expect(Math.abs(plain.numbers.information[0] - 0.9943696055383189)).toBeLessThan(1e-5);
    expect(Math.abs(plain.numbers.divergence[0] - 0.001650285827520026)).toBeLessThan(1e-5);
    expect(Object.values(plain.numbers).flat().every(Number.isFinite)).toBe(true);
  });

  it.for(matrix)(
    '$backend agrees with it to $operations, and to $training after training',
    { timeout },
    async (row, { skip }) => {
      const missing = await row.missing();
      if (missing) skip(missing);
      const computed = await computeOn(row.backend, row.env);
      expect(computed.prepared.name).toBe(row.backend);
      expect(computed.prepared.device).toMatch(row.device ?? /./);
      expect(Object.keys(computed.numbers)).toEqual(Object.keys(plain.numbers));
      expect(excesses(computed.numbers, plain.numbers, row)).toEqual([]);
    },
  );
});
