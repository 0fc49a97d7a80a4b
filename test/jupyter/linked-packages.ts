import { readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../kernels/engine/root.js';

/** Puts the checkout's packages into another folder of packages, without what was prepared beside them. */
export async function linkPackages(folder: string): Promise<void> {
  const packages = path.join(root, 'node_modules');
  for (const name of await readdir(packages))
    if (!name.startsWith('.')) await symlink(path.join(packages, name), path.join(folder, name), 'junction');
}
