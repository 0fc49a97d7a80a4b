import { expect, it } from 'vitest';
import { prefixLines } from '../../../kernels/jupyter/notebooks/line-prefix.js';

function written(...pieces: readonly (readonly [text: string, prefix: string])[]): string {
  let result = '';
  const lines = prefixLines((text) => (result += text));
  for (const [text, prefix] of pieces) lines.write(text, prefix);
  lines.end();
  return result;
}

it('puts the prefix before every line, however the text was cut', () => {
  expect(written(['one\ntwo\n', 'a: '], ['three\n', 'a: '])).toBe('a: one\na: two\na: three\n');
  expect(written(['on', 'a: '], ['e\nt', 'a: '], ['', 'a: '], ['wo', 'a: '])).toBe('a: one\na: two\n');
  expect(written(['\n\n', 'a: '])).toBe('a: \na: \n');
  expect(written()).toBe('');
});

it('ends a line that another prefix interrupts', () => {
  expect(written(['half', 'a: '], ['whole\n', 'b: '], ['rest', 'a: '])).toBe('a: half\nb: whole\na: rest\n');
});
