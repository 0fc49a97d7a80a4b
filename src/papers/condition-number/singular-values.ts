/** Rotations that bring two vectors closer to a right angle than this are rounding. */
const negligible = 4 * Number.EPSILON;
/** Convergence is quadratic: a matrix takes some ten sweeps. */
const mostSweeps = 60;

/**
 * Singular values of a matrix, largest first, by the one-sided Jacobi method: its rows (or columns, if those are fewer)
 * are rotated in pairs until all are orthogonal; their lengths are then the singular values. Small ones come out as
 * accurate, relative to the rows' scaling, as large ones (M. Hestenes, *J. SIAM* 6, 1958; J. Demmel, K. Veselić, *SIAM
 * J. Matrix Anal. Appl.* 13, 1992), which a condition number needs. Some 10 m² n operations a sweep for m ≤ n.
 *
 * @param matrix `[rows, columns]`, row-major.
 * @returns `[min(rows, columns)]`.
 * @throws {RangeError} if the elements make no full rows, or one of them is not finite.
 */
export function singularValues(matrix: ArrayLike<number>, columns: number): Float64Array {
  const rows = matrix.length / columns;
  if (!Number.isInteger(rows) || rows < 1 || columns < 1)
    throw new RangeError(`singular values: ${matrix.length} elements are no rows of ${columns}`);
  const scale = largestElement(matrix, columns);
  if (scale === 0) return new Float64Array(Math.min(rows, columns));
  const vectors = shorterSide(matrix, rows, columns, scale);
  for (let sweep = 0; orthogonalise(vectors); sweep++)
    if (sweep === mostSweeps) throw new Error(`singular values: no convergence in ${mostSweeps} sweeps`);
  return Float64Array.from(vectors, (vector) => scale * Math.sqrt(product(vector, vector))).sort(
    (a, b) => b - a,
  );
}

function largestElement(matrix: ArrayLike<number>, columns: number): number {
  let largest = 0;
  for (let at = 0; at < matrix.length; at++) {
    if (!Number.isFinite(matrix[at]))
      throw new RangeError(
        `singular values: element (${Math.floor(at / columns)}, ${at % columns}) is ${matrix[at]}: must be finite`,
      );
    largest = Math.max(largest, Math.abs(matrix[at]));
  }
  return largest;
}

/** Rows or columns, whichever are fewer, divided by `scale`. */
function shorterSide(
  matrix: ArrayLike<number>,
  rows: number,
  columns: number,
  scale: number,
): Float64Array[] {
  const wide = rows <= columns;
  return Array.from({ length: wide ? rows : columns }, (_, i) =>
    Float64Array.from(
      { length: wide ? columns : rows },
      (_, k) => (wide ? matrix[i * columns + k] : matrix[k * columns + i]) / scale,
    ),
  );
}

/** One sweep over all pairs; whether any pair was still to be turned. */
function orthogonalise(vectors: readonly Float64Array[]): boolean {
  const squares = vectors.map((vector) => product(vector, vector));
  let turned = false;
  for (let i = 0; i < vectors.length; i++)
    for (let j = i + 1; j < vectors.length; j++) {
      const across = product(vectors[i], vectors[j]);
      if (Math.abs(across) <= negligible * Math.sqrt(squares[i] * squares[j])) continue;
      turned = true;
      const half = (squares[j] - squares[i]) / (2 * across);
      const tangent = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.sqrt(1 + half * half));
      rotate(vectors[i], vectors[j], tangent);
      squares[i] = updated(vectors[i], squares[i], -tangent * across);
      squares[j] = updated(vectors[j], squares[j], tangent * across);
    }
  return turned;
}

/** The square of a length after a rotation: summed anew where the difference would cancel. */
function updated(vector: Float64Array, before: number, change: number): number {
  return before + change > 0.1 * before ? before + change : product(vector, vector);
}

function rotate(p: Float64Array, q: Float64Array, tangent: number): void {
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = cosine * tangent;
  for (let k = 0; k < p.length; k++) {
    const [a, b] = [p[k], q[k]];
    p[k] = cosine * a - sine * b;
    q[k] = sine * a + cosine * b;
  }
}

function product(p: Float64Array, q: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < p.length; k++) sum += p[k] * q[k];
  return sum;
}
