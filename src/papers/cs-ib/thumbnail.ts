import * as Plot from '@observablehq/plot';
import { flatRollup, mean } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { type ThumbnailColors, thumbnailOf } from '../../lib/experiment/thumbnail.js';
import { type MethodId, methodIds, tables } from './tables.js';

/** Means over seeds on the first data set, along β. */
function meansOf(plane: RowsOf<typeof tables>['plane']) {
  const rows = plane.filter(({ dataset, r_own }) => dataset === plane[0].dataset && r_own !== null);
  return flatRollup(
    rows,
    (own) => ({ r: mean(own, ({ r_own }) => r_own), i_ty: mean(own, ({ i_ty }) => i_ty) }),
    ({ method }) => method,
    ({ beta }) => beta,
  )
    .map(([method, beta, point]) => ({ method, beta, ...point }))
    .sort((a, b) => a.beta - b.beta);
}

/** The three forms of CS-IB stand out from the baselines. */
const colorOf = (method: MethodId, { orange, mauve, green, grey }: ThumbnailColors) =>
  [orange, mauve, green][methodIds.indexOf(method)] ?? grey;

/** The information plane, small: means over seeds. */
export const thumbnail = thumbnailOf(tables, {
  tables: ['plane'],
  caption:
    'Information about the target (up) against compression (right): CS-IB as printed (orange), with symmetric weights (mauve), as released (green), others (grey).',
  options: { x: { domain: [0, 1] }, y: { zero: true, insetTop: 8 }, color: { type: 'identity' } },
  marks({ plane }, colors) {
    const means = meansOf(plane);
    const color = ({ method }: (typeof means)[number]) => colorOf(method, colors);
    return [
      Plot.line(means, {
        x: 'r',
        y: 'i_ty',
        z: 'method',
        stroke: color,
        strokeWidth: 3,
        strokeLinecap: 'round',
      }),
      Plot.dot(means, { x: 'r', y: 'i_ty', fill: color, r: 4 }),
    ];
  },
});
