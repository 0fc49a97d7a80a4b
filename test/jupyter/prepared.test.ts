import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { startCellRunner } from '../../kernels/jupyter/notebooks/cell-runner.js';
import { findBundles } from '../../kernels/jupyter/prepared/bundles.js';

it('imports packages and TypeScript from the bundles as from the sources', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-'));
  const runner = startCellRunner(folder, { printed: () => undefined, log: () => undefined });
  try {
    for (const [number, source] of [
      'import * as Plot from "@observablehq/plot"',
      'Plot.dot([[1, 2]]).plot()',
      'import { random } from "litmus:src/lib/statistics/random.ts"\nrandom(1).uniform()',
    ].entries())
      expect((await runner.run(number, source)).error).toBeUndefined();
    // Made by the first thread that looked for them.
    expect(await findBundles()).toBeDefined();
    for (const [number, extension] of [
      [1, 'svg'],
      [2, 'json'],
    ] as const)
      expect(await runner.file([number], extension)).toHaveProperty('bytes');
  } finally {
    await runner.close();
    await rm(folder, { recursive: true, force: true });
  }
});
