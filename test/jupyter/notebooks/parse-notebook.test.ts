import { describe, expect, it } from 'vitest';
import { parseNotebook } from '../../../kernels/jupyter/notebooks/parse-notebook.js';
import { notebookText } from './notebook-text.js';

describe('parseNotebook', () => {
  it('reads cells in their order, numbered among all of them', () => {
    const text = notebookText([
      { type: 'markdown', source: '# Title' },
      'const a = 1;\na',
      { source: 'a + 1', tags: ['output', 'slow'] },
    ]);
    expect(parseNotebook(text, 'x.ipynb')).toEqual([
      { number: 1, isCode: false, source: '# Title', tags: [] },
      { number: 2, isCode: true, source: 'const a = 1;\na', tags: [] },
      { number: 3, isCode: true, source: 'a + 1', tags: ['output', 'slow'] },
    ]);
  });

  it('takes a source that is one text, cells without metadata, and a byte order mark', () => {
    const cells = [{ cell_type: 'code', source: 'const b = 2;\nb' }];
    expect(parseNotebook(`\uFEFF${JSON.stringify({ nbformat: 4, cells })}`, 'x.ipynb')).toEqual([
      { number: 1, isCode: true, source: 'const b = 2;\nb', tags: [] },
    ]);
  });

  const code = { cell_type: 'code', source: '1' };
  it.each([
    ['', 'is no notebook, for it is not JSON'],
    ['{"cells": [}', 'is no notebook, for it is not JSON'],
    ['[]', 'holds JSON, but no object'],
    ['{"cells": []}', 'does not name a format'],
    [JSON.stringify({ nbformat: 3, worksheets: [] }), 'has the notebook format 3, and only 4 is read here'],
    [JSON.stringify({ nbformat: 4 }), 'has no list of cells'],
    [notebookText([]), 'has no code cells'],
    [notebookText(['', { type: 'markdown', source: 'text' }]), 'has no code cells'],
    [
      notebookText(['1'], { metadata: { kernelspec: { language: 'python' } } }),
      'is written in python; the cells that run here are TypeScript',
    ],
    [
      notebookText(['1'], { metadata: { language_info: { name: 'R' } } }),
      'is written in R; the cells that run here are TypeScript',
    ],
    [JSON.stringify({ nbformat: 4, cells: [code, { source: '1' }] }), 'there is no cell_type of cell 2'],
    [
      JSON.stringify({ nbformat: 4, cells: [{ cell_type: 'code', source: 1 }] }),
      'there is no text in the source of cell 1',
    ],
    [
      JSON.stringify({ nbformat: 4, cells: [code, { ...code, metadata: { tags: 'output' } }] }),
      'there is no list of texts in the tags of cell 2',
    ],
  ])('says what is wrong with %j', (text, message) => {
    expect(() => parseNotebook(text, 'x.csv.ipynb')).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/^x\.csv\.ipynb /) as string,
        exitCode: 2,
      }),
    );
    expect(() => parseNotebook(text, 'x.csv.ipynb')).toThrow(message);
  });
});
