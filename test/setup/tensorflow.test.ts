import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setupTensorflow } from '../../kernels/setup/tensorflow.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-setup-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A Python that answers every script with the same text. */
async function pythonThatPrints(text: string): Promise<string> {
  const file = path.join(folder, 'python');
  await writeFile(file, `#!/bin/sh\ncat <<'END'\n${text}\nEND\n`);
  await chmod(file, 0o755);
  return file;
}

describe('litmus setup tensorflow', () => {
  it('says so where the Python is not there', async () => {
    const python = path.join(folder, 'nowhere');
    await expect(setupTensorflow({ python, log: vi.fn() })).rejects.toThrow(
      `cannot run "${python}"; name a Python 3.10 or later with --python`,
    );
  });

  it('says how to get TensorFlow where that Python has none', async () => {
    const python = await pythonThatPrints('null');
    await expect(setupTensorflow({ python, log: vi.fn() })).rejects.toThrow(
      /has no TensorFlow:\n.*pip install tensorflow/,
    );
  });

  it('names the part of TensorFlow that is missing', async () => {
    const installed = path.join(folder, 'tensorflow');
    await mkdir(installed);
    await writeFile(path.join(installed, 'libtensorflow_cc.so.2'), '');
    const python = await pythonThatPrints(JSON.stringify([installed, '2.21.0']));
    await expect(setupTensorflow({ python, log: vi.fn() })).rejects.toThrow(
      /TensorFlow 2\.21\.0 .* lacks libtensorflow_framework\.so\.2/,
    );
  });
});
