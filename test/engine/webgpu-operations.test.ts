import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { root } from '../../kernels/engine/root.js';
import type { Disagreement } from './agreement.js';
import { driver, software } from './software-gpu.js';

/** Examples of each operation, of random shapes. */
const examples = 6;
/** A software GPU on a busy machine takes minutes, in milliseconds. */
const timeout = 400_000;

it(
  'computes on WebGPU what plain JavaScript does, for random shapes, and nothing after an error',
  { timeout },
  async ({ skip }) => {
    if (!existsSync(driver)) skip(`needs Chromium's software Vulkan driver, ${driver}`);
    const program = path.join(root, 'test/engine/webgpu-agreement.ts');
    const { stdout } = await promisify(execFile)('node', ['--import', 'tsx', program, String(examples)], {
      cwd: root,
      env: { ...process.env, ...software },
    });
    const { disagreements, refusal } = JSON.parse(stdout.slice(stdout.indexOf('{"disagreements"'))) as {
      readonly disagreements: readonly Disagreement[];
      readonly refusal: string;
    };
    expect(disagreements).toEqual([]);
    expect(refusal).toMatch(/WebGPU could not run an operation.*undefined/);
  },
);
