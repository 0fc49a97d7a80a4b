/** Points that any language can make alike: the fractional parts of i√2, i√3, i√5 and i√7, i = 1 … 200. */
export const weylPoints = Float64Array.from(
  { length: 4 * 200 },
  (_, at) => ((Math.floor(at / 4) + 1) * Math.sqrt([2, 3, 5, 7][at % 4])) % 1,
);

/** Two dependent variables of the plane made of them, `[200, 2]` each, and their columns. */
export function dependentPairs() {
  const x = new Float64Array(400);
  const y = new Float64Array(400);
  for (let i = 0; i < 200; i++) {
    const [a, b, c, d] = weylPoints.subarray(4 * i, 4 * i + 4);
    x.set([a + b, b * c], 2 * i);
    y.set([x[2 * i] * x[2 * i + 1] + 0.3 * c, x[2 * i + 1] + 0.5 * d], 2 * i);
  }
  const column = (points: Float64Array, c: number) => points.filter((_, at) => at % 2 === c);
  return { x, y, x0: column(x, 0), y0: column(y, 0) };
}
