import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMagics } from '../../../kernels/jupyter/session/magics.js';

describe('magic lines', () => {
  it.each<[string, object]>([
    ['%cascade off', { magics: [{ type: 'cascade', on: false }], source: '' }],
    ['%cascade on\n1 + 1', { magics: [{ type: 'cascade', on: true }], source: '\n1 + 1' }],
    [
      '\n  %forget a, b c,d \n%help\n\nx',
      { magics: [{ type: 'forget', names: ['a', 'b', 'c', 'd'] }, { type: 'help' }], source: '\n\n\n\nx' },
    ],
    ['%help\r\n1', { magics: [{ type: 'help' }], source: '\n1' }],
    ['1\n%help', { magics: [], source: '1\n%help' }],
    ['const a = 1\n% b', { magics: [], source: 'const a = 1\n% b' }],
    ['', { magics: [], source: '' }],
  ])('are read from the head of %j', (code, read) => {
    expect(readMagics(code)).toEqual(read);
  });

  it.each([
    '%cascade',
    '%cascade maybe',
    '%forget',
    '%help me',
    '%matplotlib inline',
    '%',
    '%%time\n1',
    '% help',
  ])('that do not exist are told of, with those that do: %j', (code) => {
    const { problem } = readMagics(code);
    expect(problem).toContain(`no magic "${code.split('\n')[0]}"`);
    expect(problem).toMatch(/%cascade on\|off[^]*%forget[^]*%help/);
  });

  it('leave every line of the cell where it was', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom('%help', '%cascade on', '%forget x', '', ' '));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const code = lines.join('\n');
        const { source, magics, problem } = readMagics(code);
        if (problem) return;
        const before = code.split('\n');
        const after = source.split('\n');
        expect(after).toHaveLength(before.length);
        const changed = after.filter((text, i) => text !== before[i]);
        expect(changed).toEqual(magics.map(() => ''));
      }),
    );
  });
});
