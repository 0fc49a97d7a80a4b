import * as Plot from '@observablehq/plot';
import { sort } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { distributions, type tables } from '../../papers/diffusion-spectral-entropy/tables.js';
import { figureStyle } from '../figure-style.js';
import { meanAndSeeds, reference } from '../marks.js';
import { facets } from './facets.js';
import { entropies } from './series.js';

type DimensionRow = RowsOf<typeof tables>['dimension'][number];

export interface DimensionSettings {
  readonly noise: number;
  /** The numbers of steps that are drawn. */
  readonly steps: readonly number[];
}

const distributionLabels = { uniform: 'uniform points', normal: 'normal points' };

/**
 * Entropy against the dimension that points really have: DSE a line a number of steps, and CSE.
 *
 * @param most log₂ of the number of points, which no entropy exceeds
 */
export function dimensionFigure(
  dimension: readonly DimensionRow[],
  { noise, steps }: DimensionSettings,
  most: number,
  width: number,
): SVGElement | HTMLElement {
  const counts = sort(new Set(dimension.map(({ t }) => t).filter((t) => t !== null)));
  const kinds = entropies(counts);
  const laws = facets(width, distributions, (law) => distributionLabels[law]);
  const rows = dimension.filter((row) => row.noise === noise && (row.t === null || steps.includes(row.t)));
  return Plot.plot({
    ...figureStyle,
    ...laws.options,
    grid: true,
    x: { label: 'Dimension of the points →', ticks: 5 },
    y: { label: '↑ Entropy (bits)', domain: [0, Math.ceil(most)] },
    ...kinds.scales(['cse', ...steps.map((t) => `dse-${t}`)]),
    marks: [
      laws.names,
      reference({ y: most }),
      meanAndSeeds(rows, {
        x: 'd',
        y: 'bits',
        by: ({ t }) => (t === null ? 'cse' : `dse-${t}`),
        series: kinds,
        seeds: 'dots',
        ...laws.by('distribution'),
      }),
    ],
  });
}
