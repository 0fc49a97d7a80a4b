import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../kernels/jupyter/cells/cell.js';
import { emptyTheRest, place } from '../../../kernels/jupyter/cells/placement.js';
import { createRun } from '../../../kernels/jupyter/cells/run.js';

const bundle = (text: string, data: object = {}) => ({ data: { 'text/plain': text, ...data }, metadata: {} });
const cellWith = (slots: string[], reactive = true) => ({ slots, reactive }) as unknown as Cell;
const asked = () => createRun({ execution: 'e', silent: false, requested: true });
const again = () => createRun({ execution: 'e', silent: false, requested: false });

describe('the place of a display', () => {
  it('is its own where nothing will ever change it', () => {
    const cell = cellWith([], false);
    const run = asked();
    expect(place(cell, run, bundle('1'), false)).toEqual({ type: 'display', bundle: bundle('1') });
    expect(place(cell, run, bundle('2'), true)).toEqual({ type: 'result', bundle: bundle('2') });
    expect(emptyTheRest(cell, run)).toEqual([]);
  });

  it('has a name where the cell may be computed again', () => {
    const cell = cellWith([]);
    const run = asked();
    const outputs = [place(cell, run, bundle('1'), false), place(cell, run, bundle('2'), true)];
    expect(cell.slots).toHaveLength(2);
    expect(outputs).toEqual([
      { type: 'display', bundle: bundle('1'), displayId: cell.slots[0] },
      { type: 'display', bundle: bundle('2'), displayId: cell.slots[1] },
    ]);
  });

  it('is that of the display before, one by one', () => {
    const cell = cellWith(['a', 'b']);
    const run = again();
    expect(place(cell, run, bundle('1'), false)).toMatchObject({ displayId: 'a', update: true });
    expect(emptyTheRest(cell, run)).toMatchObject([{ displayId: 'b', update: true, bundle: bundle('') }]);
  });

  it('is shared where there are more than before, each kind of content kept', () => {
    const cell = cellWith(['a']);
    const run = again();
    place(cell, run, bundle('1', { 'text/html': '<b>1</b>' }), false);
    place(cell, run, bundle('x < y'), false);
    const { bundle: joined, ...rest } = place(
      cell,
      run,
      bundle('3', { 'image/svg+xml': '<svg/>' }),
      true,
    ) as {
      bundle: { data: Record<string, unknown> };
    };
    expect(rest).toEqual({ type: 'display', displayId: 'a', update: true });
    expect(joined.data['text/plain']).toBe('1\nx < y\n3');
    expect(joined.data['text/html']).toBe('<b>1</b>\n<pre>x &lt; y</pre>\n<svg/>');
    expect(cell.slots).toEqual(['a']);
  });
});
