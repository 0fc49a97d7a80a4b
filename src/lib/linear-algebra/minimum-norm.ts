/**
 * The shortest x among those that minimise ‖A x − b‖, A⁺ b with the pseudo-inverse. The rows of A are turned until
 * they are orthogonal (one-sided Jacobi rotations: M. Hestenes, *J. SIAM* 6, 1958), the right side with them; the
 * rows' lengths are then A's singular values.
 *
 * @param A `[m, n]`, row-major; @param b `[m]`.
 * @param cutoff singular values up to this share of the largest count as zero.
 * @returns x, `[n]`.
 */
export function minimumNorm(A: Float64Array, b: ArrayLike<number>, cutoff: number): Float64Array {
  const m = b.length;
  const n = A.length / m;
  const rows = Array.from({ length: m }, (_, i) => A.slice(i * n, (i + 1) * n));
  const right = Float64Array.from(b);
  // A row of a length below it is rounding, and would be turned for ever.
  const rounding = Number.EPSILON ** 2 * dot(A, A);
  for (let turned = true; turned;) {
    turned = false;
    for (let i = 1; i < m; i++)
      for (let j = 0; j < i; j++) {
        const [p, q] = [rows[i], rows[j]];
        const overlap = dot(p, q);
        const [pp, qq] = [dot(p, p), dot(q, q)];
        if (Math.min(pp, qq) <= rounding) continue;
        if (Math.abs(overlap) <= n * Number.EPSILON * Math.sqrt(pp * qq)) continue;
        turned = true;
        const ratio = (qq - pp) / (2 * overlap);
        const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio));
        const cosine = 1 / Math.sqrt(1 + tangent * tangent);
        for (let k = 0; k < n; k++)
          [p[k], q[k]] = [cosine * (p[k] - tangent * q[k]), cosine * (tangent * p[k] + q[k])];
        [right[i], right[j]] = [
          cosine * (right[i] - tangent * right[j]),
          cosine * (tangent * right[i] + right[j]),
        ];
      }
  }
  const squares = rows.map((row) => dot(row, row));
  const least = cutoff ** 2 * Math.max(...squares);
  const x = new Float64Array(n);
  rows.forEach((row, i) => {
    if (squares[i] > least) for (let k = 0; k < n; k++) x[k] += (right[i] / squares[i]) * row[k];
  });
  return x;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}
