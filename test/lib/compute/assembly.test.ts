import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../kernels/engine/root.js';
import { assemble } from '../../../kernels/setup/assembly.js';

it('the bytes are what its source compiles to', async () => {
  const committed = await readFile(path.join(root, 'src/lib/compute/assembly-bytes.ts'), 'utf8');
  expect(await assemble()).toBe(committed);
});
