import { max } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import type { tables } from '../../papers/entropy-coupling-bottleneck/tables.js';
import { element } from '../element.js';
import type { Drawing } from '../figure.js';
import { heatmap, massLegend } from './heatmap.js';

/** The coupling of input and output through a code of this compression ratio. */
export function coupling(rows: RowsOf<typeof tables>['coupling'], ratio: number, width: number): Drawing {
  const cells = rows.filter((row) => row.ratio === ratio);
  // The same colours at every ratio.
  const most = max(rows, ({ mass }) => mass)!;
  const filled = cells.filter(({ mass }) => mass > 0).length;
  return {
    plot: element(
      'div',
      {},
      massLegend(most),
      heatmap(cells, { rows: 'Input X', columns: 'Output Y', most }, width),
    ),
    alternative: `Matrix of cells, input by output, of which ${filled} of ${cells.length} are filled at ratio ${ratio}.`,
    title: `Input and output at H(X)/R = ${ratio}: ${filled} of ${cells.length} cells are filled.`,
  };
}
