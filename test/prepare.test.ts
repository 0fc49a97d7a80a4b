import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../kernels/engine/root.js';

/** Runs the preparation on a machine without a browser, on which nothing can be installed. */
function prepare(env: Record<string, string>) {
  const { status, stdout } = spawnSync(process.execPath, [path.join(root, 'test', 'prepare.js')], {
    // Outside of the checkout, where no environment of Python is that could be installed into.
    cwd: tmpdir(),
    env: { PATH: '/nowhere', HOME: '/home/ann', CHROMIUM: '/nowhere/chromium', ...env },
    encoding: 'utf8',
  });
  return { status, stdout };
}

describe('the preparation of the tests', () => {
  it('names what is missing, and what is skipped for it', () => {
    const { status, stdout } = prepare({});
    expect(stdout).toContain('Chromium: not here, so the browser tests and the WebGPU tests');
    expect(status).toBe(0);
  });

  it('fails without a browser in continuous integration, however that says its name', () => {
    for (const CI of ['true', '1']) {
      const { status, stdout } = prepare({ CI });
      expect(stdout).toContain('Chromium: not here, so the tests fail here; ');
      expect(status).toBe(1);
    }
  });

  it('says how to have the data sets and the tests read them', () => {
    const folder = path.join('/home/ann/.cache/litmus', 'datasets');
    const advice = (at: string) =>
      `run "npx litmus datasets fetch all", then "LITMUS_DATASETS=${at} npm test"`;
    if (process.platform === 'linux') expect(prepare({}).stdout).toContain(advice(folder));
    expect(prepare({ LITMUS_CACHE: '/big' }).stdout).toContain(advice(path.join('/big', 'datasets')));
  });
});
