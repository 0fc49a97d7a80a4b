import { expect, it } from 'vitest';
import { missingFile, missingReason } from '../../../src/lib/experiment/missing.js';

const bytes = (text: string) => new TextEncoder().encode(text);

it('says why a file could not be made, in whatever words', () => {
  const reason = 'Error: "boom" \\ \n – näh';
  expect(missingReason(bytes(missingFile(reason)))).toBe(reason);
});

it.each(['', '{', 'PAR1', '{}', '{"missing":"no"}', 'a,b\n1,2\n'])(
  'takes no other file for one: %j',
  (text) => {
    expect(missingReason(bytes(text))).toBeUndefined();
  },
);
