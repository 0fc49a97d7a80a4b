import { access, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { root } from '../../kernels/engine/root.js';
import { startKernel, type TestKernel } from './kernel-client.js';
import { linkPackages } from './linked-packages.js';
import { checks } from './testbed-checks.js';

describe('a kernel for which all is prepared', () => {
  holds(async () => {
    await (await startKernel()).end();
    return startKernel();
  });
});

describe('a kernel that is started for the first time', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-testbed-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  holds(async () => {
    await copyCheckout(folder);
    return startKernel({ launcher: path.join(folder, 'kernels/jupyter/launch.js') });
  });

  it('has prepared the next start', () =>
    access(path.join(folder, 'node_modules/.cache/litmus-kernel/index.json')));
});

/** Makes the checks on one kernel, in order. */
function holds(start: () => Promise<TestKernel>): void {
  let kernel: TestKernel | undefined;
  beforeAll(async () => void (kernel = await start()));
  afterAll(() => kernel?.end());
  describe.each(Object.entries(checks))('%s:', (_tier, ofTier) => {
    it.each(ofTier)('%s', (_what, check) => check(kernel!));
  });
}

/** What a kernel needs of the checkout, without what kernels have prepared in it. */
async function copyCheckout(folder: string): Promise<void> {
  for (const name of ['kernels', 'src/lib', 'package.json', 'tsconfig.json'])
    await cp(path.join(root, name), path.join(folder, name), { recursive: true });
  const modules = path.join(folder, 'node_modules');
  await mkdir(modules);
  await linkPackages(modules);
}
