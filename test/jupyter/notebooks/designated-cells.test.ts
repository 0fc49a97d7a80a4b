import { describe, expect, it } from 'vitest';
import { designatedCells } from '../../../kernels/jupyter/notebooks/designated-cells.js';
import { parseNotebook } from '../../../kernels/jupyter/notebooks/parse-notebook.js';
import { notebookText, type WrittenCell } from './notebook-text.js';

const numbers = (cells: readonly WrittenCell[], wanted?: string) =>
  designatedCells(parseNotebook(notebookText(cells), 'x'), wanted, 'x.csv.ipynb').map(({ number }) => number);

const text = { type: 'markdown', source: 'text' } as const;
const tagged = (...tags: string[]) => ({ source: '1', tags });

describe('designatedCells', () => {
  it('are all code cells, the last one first, where none has the tag', () => {
    expect(numbers(['1', text, '2', '3'])).toEqual([4, 3, 1]);
  });

  it('is the cell that has the tag', () => {
    expect(numbers(['1', tagged('output'), '3'])).toEqual([2]);
  });

  it('is the cell that is wanted, by number or tag, whatever else has the tag', () => {
    expect(numbers(['1', tagged('output'), tagged('chart')], '1')).toEqual([1]);
    expect(numbers(['1', tagged('output'), tagged('chart')], 'chart')).toEqual([3]);
  });

  it.each<[WrittenCell[], string | undefined, string]>([
    [
      [tagged('output'), text, tagged('output')],
      undefined,
      'x.csv.ipynb has more than one cell tagged "output": cell 1, cell 3',
    ],
    [[tagged('a'), tagged('a')], 'a', 'has more than one cell tagged "a": cell 1, cell 2'],
    [['1', tagged('a', 'b')], 'c', 'has no cell tagged "c"; it has 2 cells and the tags "a", "b"'],
    [['1', '2'], '3', 'has no cell 3; it has 2 cells'],
    [['1', text], '2', 'cell 2 holds text, not code'],
    [['1', { ...text, tags: ['output'] }], undefined, 'cell 2 holds text, not code'],
  ])('refuses %j with %j', (cells, wanted, message) => {
    expect(() => numbers(cells, wanted)).toThrow(message);
  });
});
