import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { assemble, assemblyModules, assemblyPath } from '../../kernels/setup/assembly.js';

it.each(assemblyModules)('the bytes of $subject/$file are what its source compiles to', async (module) => {
  expect(await assemble(module)).toBe(await readFile(assemblyPath(module), 'utf8'));
});
