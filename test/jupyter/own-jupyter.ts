import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { processRuns } from '../../kernels/engine/process-runs.js';
import { readEntries } from '../../kernels/jupyter/daemon/registry.js';

/** A Jupyter of a test's own: folders that are gone after it, with whatever kernel still runs in them. */
export interface OwnJupyter {
  readonly folder: string;
  readonly data: string;
  readonly runtime: string;
}

export function ownJupyter(): OwnJupyter {
  const own = { folder: '', data: '', runtime: '' };
  beforeEach(async () => {
    own.folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-jupyter-'));
    own.data = path.join(own.folder, 'data');
    own.runtime = path.join(own.folder, 'runtime');
    vi.stubEnv('JUPYTER_DATA_DIR', own.data);
    vi.stubEnv('JUPYTER_RUNTIME_DIR', own.runtime);
    vi.stubEnv('JUPYTER_CONFIG_DIR', path.join(own.folder, 'config'));
    vi.stubEnv('XDG_DATA_HOME', path.join(own.folder, 'share'));
    vi.stubEnv('LITMUS_CACHE', path.join(own.folder, 'cache'));
  });
  afterEach(async () => {
    for (const { pid, host } of await readEntries())
      if (host === os.hostname() && pid !== process.pid && (await isLitmus(pid)))
        process.kill(pid, 'SIGKILL');
    vi.unstubAllEnvs();
    await rm(own.folder, { recursive: true, force: true });
  });
  return own;
}

/** A test may have written down a process that is none of its own. */
async function isLitmus(pid: number): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'litmus.js');
  return processRuns(pid) && command.includes('litmus.js');
}
