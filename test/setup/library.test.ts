import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { exportsOf, libraryDocument, libraryText } from '../../kernels/setup/library.js';

it('docs/library.md says what src/lib exports (npm run docs)', async () => {
  expect(await readFile(libraryDocument, 'utf8')).toBe(await libraryText());
});

it('takes the first sentence of what is said about an export', () => {
  const code = `
    /** Not this one. */
    const own = 1;
    /**
     * The mean of a sample (A. Author, *Journal* 1, 1999. Second edition), in nats,
     * see {@link own}. More is said here.
     *
     * @param a is not part of it.
     */
    export function mean(a: number) {}
    /** By R. Fisher et al. in small samples */
    export interface Law {}
    export const bare = 1;
  `;
  expect(exportsOf(code)).toEqual([
    {
      name: 'mean',
      sentence: 'The mean of a sample (A. Author, *Journal* 1, 1999. Second edition), in nats, see `own`.',
    },
    { name: 'Law', sentence: 'By R. Fisher et al. in small samples' },
    { name: 'bare', sentence: '' },
  ]);
});
