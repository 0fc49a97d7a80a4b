import { expect, it } from 'vitest';
import { assembleInformation } from '../../../kernels/setup/information-assembly.js';
import { assemblyBytes } from '../../../src/lib/information/assembly-bytes.js';

it('the compiled routines are those of the source', async () => {
  expect(await assembleInformation()).toContain(assemblyBytes);
});
