import { table, type ColumnTable } from 'arquero';

interface PlanePoint {
  readonly method: string;
  readonly seed: number;
  readonly ratio: number;
  readonly information: number;
}

/**
 * I(T;Y) of each method and seed at one compression ratio, on the line between the two neighbouring points
 * of its β sweep. Where a sweep does not reach the ratio, it has no row: nothing is extrapolated.
 *
 * @param ratio column of `plane` that holds the compression ratio
 * @returns columns method, beta (0 throughout: the value belongs to no single β), seed, i_ty
 */
export function interpolated(plane: ColumnTable, ratio: 'r_own' | 'r_cs', at: number): ColumnTable {
  const points = (plane.objects() as Record<string, never>[])
    .filter((row) => row[ratio] !== null && row.i_ty !== null)
    .map((row): PlanePoint => ({
      method: row.method,
      seed: row.seed,
      ratio: row[ratio],
      information: row.i_ty,
    }));
  const curves = new Map<string, PlanePoint[]>();
  for (const point of points) {
    const name = `${point.method} ${point.seed}`;
    curves.set(name, [...(curves.get(name) ?? []), point]);
  }
  const found = [...curves.values()].flatMap((curve) => {
    const information = onCurve(curve, at);
    return information === undefined ? [] : [{ ...curve[0], information }];
  });
  return table({
    method: found.map(({ method }) => method),
    beta: found.map(() => 0),
    seed: found.map(({ seed }) => seed),
    i_ty: found.map(({ information }) => information),
  });
}

function onCurve(points: readonly PlanePoint[], at: number): number | undefined {
  const curve = [...points].sort((a, b) => a.ratio - b.ratio);
  const right = curve.findIndex(({ ratio }) => ratio >= at);
  if (right < 0) return undefined;
  if (curve[right].ratio === at) return curve[right].information;
  if (right === 0) return undefined;
  const [a, b] = [curve[right - 1], curve[right]];
  const weight = (at - a.ratio) / (b.ratio - a.ratio);
  return a.information + weight * (b.information - a.information);
}
