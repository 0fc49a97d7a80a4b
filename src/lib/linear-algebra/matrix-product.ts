/**
 * The product A B of two matrices, row-major.
 *
 * @param inner columns of A, and rows of B.
 * @returns `[rows of A, columns of B]`.
 * @throws {RangeError} where the elements do not fill whole rows of A or whole columns of B.
 */
export function matrixProduct(A: ArrayLike<number>, B: ArrayLike<number>, inner: number): Float64Array {
  const rows = A.length / inner;
  const columns = B.length / inner;
  if (!Number.isInteger(rows) || !Number.isInteger(columns))
    throw new RangeError(`matrix product: ${A.length} and ${B.length} elements share no side of ${inner}`);
  const product = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++)
    for (let k = 0; k < inner; k++) {
      const a = A[i * inner + k];
      for (let j = 0; j < columns; j++) product[i * columns + j] += a * B[k * columns + j];
    }
  return product;
}

/** Aᵀ, of a matrix with so many columns. */
export function transposed(A: ArrayLike<number>, columns: number): Float64Array {
  const rows = A.length / columns;
  const result = new Float64Array(A.length);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) result[j * rows + i] = A[i * columns + j];
  return result;
}
