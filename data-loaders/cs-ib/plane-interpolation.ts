import { flatGroup } from 'd3-array';
import type { RowOf } from '../../src/lib/experiment/column.js';
import type { tables } from '../../src/papers/cs-ib/tables.js';
import type { Run } from './comparison.js';

type PlaneRow = RowOf<typeof tables.plane.columns>;

/** A method and seed at a compression ratio. */
export interface PlanePoint extends Run {
  readonly ratio: number;
  /** I(T;Y), bits. */
  readonly i_ty: number;
}

/**
 * I(T;Y) of each method and seed at one compression ratio, on the line between the two neighbouring points
 * of its β sweep. Where a sweep does not reach the ratio, it has no point: nothing is extrapolated.
 *
 * @param by column that holds the compression ratio
 */
export function interpolated(
  plane: readonly Pick<PlaneRow, 'method' | 'seed' | 'r_own' | 'r_cs' | 'i_ty'>[],
  by: 'r_own' | 'r_cs',
  ratio: number,
): PlanePoint[] {
  const points = plane.flatMap((row): PlanePoint[] => {
    const { method, seed, i_ty, [by]: r } = row;
    return r === null || i_ty === null ? [] : [{ method, seed, ratio: r, i_ty }];
  });
  const curves = flatGroup(
    points,
    ({ method }) => method,
    ({ seed }) => seed,
  );
  return curves.flatMap(([method, seed, curve]) => {
    const i_ty = onCurve(curve, ratio);
    return i_ty === undefined ? [] : [{ method, seed, ratio, i_ty }];
  });
}

function onCurve(points: readonly PlanePoint[], at: number): number | undefined {
  const curve = [...points].sort((a, b) => a.ratio - b.ratio);
  const right = curve.findIndex(({ ratio }) => ratio >= at);
  if (right < 0) return undefined;
  if (curve[right].ratio === at) return curve[right].i_ty;
  if (right === 0) return undefined;
  const [a, b] = [curve[right - 1], curve[right]];
  const weight = (at - a.ratio) / (b.ratio - a.ratio);
  return a.i_ty + weight * (b.i_ty - a.i_ty);
}
