import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { chooseBackend, inspectBackends } from '../../kernels/engine/backend.js';
import { root } from '../../kernels/engine/root.js';
import { driver, software } from './software-gpu.js';

const module = path.join(root, 'kernels/engine/backend.ts');

/** What a script prints, in a process of its own: drivers are found by the environment that it starts with. */
async function runScript(script: string, env: Readonly<Record<string, string>>): Promise<string> {
  return (await outputOf(script, env)).stdout;
}

function outputOf(script: string, env: Readonly<Record<string, string>>) {
  const args = ['--import', 'tsx', '--input-type=module', '-e', script];
  return promisify(execFile)('node', args, { cwd: root, env: { ...process.env, ...env } });
}

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

  it('says of the processor where products on WebAssembly are fused, on which their bits depend', async () => {
    const script = `import { chooseBackend } from ${JSON.stringify(module)};
      import { fusedMultiplyAdd } from ${JSON.stringify(path.join(root, 'src/lib/compute/fused-multiply-add.ts'))};
      console.log((await chooseBackend('wasm')).device, '|', fusedMultiplyAdd());`;
    expect(await runScript(script, {})).toMatch(/cores, fused multiply-add \| true|cores \| false/);
    // An engine without relaxed SIMD.
    const without = `WebAssembly.validate = () => false; ${script}`;
    expect(await runScript(without, {})).toMatch(/cores \| false/);
  });

  it('has the fused multiply-add wherever the processor has it, and prints nothing about it', async ({
    skip,
  }) => {
    if (!existsSync('/proc/cpuinfo')) skip('looks at what Linux says of the processor');
    const script = `import { prepareBackend } from ${JSON.stringify(module)};
      console.log((await prepareBackend('wasm')).device);`;
    const fused = /^(flags.* fma|Features.* asimd)( |$)/m.test(await readFile('/proc/cpuinfo', 'utf8'));
    const { stdout, stderr } = await outputOf(script, {});
    expect(stdout).toMatch(fused ? /^.* cores, fused multiply-add\n$/ : /^.* cores\n$/);
    expect(stderr).toBe('');
  });

  it('suggests the near name for one that does not exist', async () => {
    await expect(chooseBackend('wams')).rejects.toThrow(/no backend "wams"; did you mean "wasm"/);
  });

  it('says what is missing of one that is not there', async () => {
    // A Vulkan driver that does not exist leaves WebGPU without an adapter, also on a machine with a GPU.
    const script = `import { chooseBackend } from ${JSON.stringify(module)};
      await chooseBackend('webgpu').catch((error) => console.log(error.message));`;
    const stdout = await runScript(script, { VK_DRIVER_FILES: '/nowhere.json' });
    expect(stdout).toMatch(/the backend "webgpu" is not there: webgpu: no adapter/);
  });

  it('does not take a software GPU unless it is asked for', async ({ skip }) => {
    if (!existsSync(driver)) skip(`needs Chromium's software Vulkan driver, ${driver}`);
    const script = `import { chooseBackend, inspectBackends } from ${JSON.stringify(module)};
      console.log(JSON.stringify([(await inspectBackends())[1].state, (await chooseBackend()).name]));`;
    expect(JSON.parse(await runScript(script, software))).toEqual([
      'by name only',
      expect.not.stringMatching('webgpu'),
    ]);
  });
});
