/** A v, of A `[n, n]` row-major and v `[n]`. */
export function times(A: Float64Array, v: ArrayLike<number>): Float64Array {
  const n = v.length;
  const product = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0, at = i * n; j < n; j++, at++) sum += A[at] * v[j];
    product[i] = sum;
  }
  return product;
}

/** Aᵀ v, of A `[n, n]` row-major and v `[n]`. */
export function transposedTimes(A: Float64Array, v: ArrayLike<number>): Float64Array {
  const n = v.length;
  const product = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const factor = v[i];
    for (let j = 0, at = i * n; j < n; j++, at++) product[j] += A[at] * factor;
  }
  return product;
}
