import * as Plot from '@observablehq/plot';
import { meanAndSeeds, type SeriesFields } from '../marks.js';

/** What becomes of a measure in time: single networks as faint lines, and their mean with a symbol at each time. */
export function courses<R>(rows: readonly R[], fields: SeriesFields<R>): Plot.CompoundMark {
  const { x, y, by } = fields;
  const told = { x, y, z: by, stroke: by, symbol: by } as Plot.DotOptions;
  return Plot.marks(
    meanAndSeeds(rows, { ...fields, seeds: 'lines' }),
    Plot.dot(
      rows,
      Plot.groupX(
        { y: 'mean', symbol: 'first' },
        { ...told, fill: 'var(--ground)', r: 3.5, strokeWidth: 1.75 },
      ),
    ),
  );
}
