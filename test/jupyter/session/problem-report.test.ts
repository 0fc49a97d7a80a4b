import { describe, expect, it } from 'vitest';
import { problemReport } from '../../../kernels/jupyter/session/problem-report.js';

// eslint-disable-next-line no-control-regex
const plain = (lines: readonly string[]) => lines.map((line) => line.replace(/\u001b\[\d+m/g, ''));

describe('what a client is told of a cell that does not compile', () => {
  it('shows the line and, under a caret, the place', () => {
    const { ename, evalue, traceback } = problemReport(
      { message: "')' expected.", line: 2, column: 5 },
      'let a\nf(1;',
      '[3]',
    );
    expect([ename, evalue]).toEqual(['SyntaxError', "')' expected."]);
    expect(plain(traceback)).toEqual([
      "SyntaxError: ')' expected.",
      '    at cell [3], line 2',
      '    2 │ f(1;',
      '            ^',
    ]);
  });

  it('keeps tabs before the caret', () => {
    const { traceback } = problemReport({ message: 'm', line: 1, column: 4 }, '\t\tx y', '[1]');
    expect(plain(traceback).at(-1)).toBe('        \t\t ^');
  });

  it('shows the line alone, or nothing, where no more is known', () => {
    expect(plain(problemReport({ message: 'm', line: 1 }, 'x', '[1]').traceback)).toEqual([
      'SyntaxError: m',
      '    at cell [1], line 1',
      '    1 │ x',
    ]);
    expect(plain(problemReport({ message: 'm' }, 'x', '[1]').traceback)).toEqual(['SyntaxError: m']);
  });

  it('bears with a place behind the end', () => {
    const { traceback } = problemReport({ message: 'm', line: 3, column: 9 }, 'x', '[1]');
    expect(plain(traceback).slice(1)).toEqual(['    at cell [1], line 3', '    3 │ ', '        ^']);
  });
});
