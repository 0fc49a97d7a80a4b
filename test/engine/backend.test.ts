import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseBackend, inspectBackends, type PreparedBackend } from '../../kernels/engine/backend.js';
import { root } from '../../kernels/engine/root.js';

interface Computed {
  readonly prepared: PreparedBackend;
  readonly numbers: Readonly<Record<string, readonly number[]>>;
}

/** Chromium's software Vulkan driver: the real WebGPU backend on a machine without a GPU. */
const chromium = '/usr/lib/chromium';
const driver = path.join(chromium, 'vk_swiftshader_icd.json');
const software = {
  LD_LIBRARY_PATH: chromium,
  VK_ICD_FILENAMES: driver,
  VK_DRIVER_FILES: driver,
};

async function computeOn(backend: string, env: Record<string, string> = {}): Promise<Computed> {
  const script = path.join(root, 'test/engine/compute-on.ts');
  const { stdout } = await promisify(execFile)('node', ['--import', 'tsx', script, backend], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  return JSON.parse(stdout) as Computed;
}

function expectClose(actual: Computed, expected: Computed, tolerance: number): void {
  expect(Object.keys(actual.numbers)).toEqual(Object.keys(expected.numbers));
  for (const [name, numbers] of Object.entries(expected.numbers))
    numbers.forEach((number, i) =>
      expect(Math.abs(actual.numbers[name][i] - number), `${name}, ${i}`).toBeLessThan(
        tolerance * (1 + Math.abs(number)),
      ),
    );
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

  it('WebAssembly agrees with plain JavaScript to 1e-4', async () => {
    const wasm = await computeOn('wasm');
    expect(wasm.prepared.versions).toMatchObject({
      '@tensorflow/tfjs-backend-wasm': expect.any(String) as string,
    });
    expectClose(wasm, plain, 1e-4);
  });

  it('WebGPU, on a software driver, agrees with plain JavaScript to 1e-3', async ({ skip }) => {
    if (!existsSync(driver)) skip(`needs Chromium's software Vulkan driver, ${driver}`);
    const webgpu = await computeOn('webgpu', software);
    expect(webgpu.prepared.device).toMatch(/SwiftShader.*software/);
    expectClose(webgpu, plain, 1e-3);
  });
});

describe('choosing a backend', () => {
  it('inspects all of them in the order of preference, with a device or a reason', async () => {
    const inspected = await inspectBackends();
    expect(inspected.map(({ package: from }) => from)).toEqual([
      '@tensorflow/tfjs-node-gpu',
      'webgpu',
      '@tensorflow/tfjs-node',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-backend-cpu',
    ]);
    for (const { state, device, reason } of inspected)
      expect(state === 'available' ? device : reason).toMatch(/\w+/);
    expect(inspected.at(-1)!.state).toBe('available');
  });

  it('takes the first that is available, and says why', async () => {
    const first = (await inspectBackends()).find(({ state }) => state === 'available')!;
    const { name, device, why } = await chooseBackend();
    expect({ name, device }).toEqual({ name: first.name, device: first.device });
    expect(why).toMatch(/first/);
  });

  it('takes the one that is asked for, by argument or by the environment', async () => {
    expect(await chooseBackend('cpu')).toMatchObject({ name: 'cpu', why: 'asked for by name' });
    process.env.LITMUS_BACKEND = 'cpu';
    try {
      expect(await chooseBackend()).toMatchObject({ name: 'cpu' });
      expect(await chooseBackend('wasm')).toMatchObject({ name: 'wasm' });
    } finally {
      delete process.env.LITMUS_BACKEND;
    }
  });

  it('suggests the near name for one that does not exist', async () => {
    await expect(chooseBackend('wams')).rejects.toThrow(/no backend "wams"; did you mean "wasm"/);
  });

  it('says what is missing of one that is not there', async ({ skip }) => {
    const missing = (await inspectBackends()).filter(({ name }) => name === 'tensorflow');
    if (missing.some(({ state }) => state === 'available')) skip('TensorFlow is installed here');
    await expect(chooseBackend('tensorflow')).rejects.toThrow(/is not there: .*tfjs-node-gpu: .*tfjs-node: /);
  });

  it('does not take a software GPU unless it is asked for', async ({ skip }) => {
    if (!existsSync(driver)) skip(`needs Chromium's software Vulkan driver, ${driver}`);
    const module = path.join(root, 'kernels/engine/backend.ts');
    const script = `import { chooseBackend, inspectBackends } from ${JSON.stringify(module)};
      console.log(JSON.stringify([(await inspectBackends())[1].state, (await chooseBackend()).name]));`;
    const { stdout } = await promisify(execFile)(
      'node',
      ['--import', 'tsx', '--input-type=module', '-e', script],
      { cwd: root, env: { ...process.env, ...software } },
    );
    expect(JSON.parse(stdout)).toEqual(['by name only', expect.not.stringMatching('webgpu')]);
  });
});
