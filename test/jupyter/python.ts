import { spawnSync } from 'node:child_process';

/** A Python with Jupyter's own client, where this machine has one; tests of both together are skipped elsewhere. */
export const python = ['/usr/bin/python3', 'python3'].find(
  (name) => spawnSync(name, ['-c', 'import jupyter_client.kernelspecapp']).status === 0,
);
