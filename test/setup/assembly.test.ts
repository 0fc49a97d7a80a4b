import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { assemble, assemblyModule, assemblySubjects } from '../../kernels/setup/assembly.js';

it.each(assemblySubjects)('the bytes of %s are what its source compiles to', async (subject) => {
  expect(await assemble(subject)).toBe(await readFile(assemblyModule(subject), 'utf8'));
});
