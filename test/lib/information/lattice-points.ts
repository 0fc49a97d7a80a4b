/** Points that any language can make alike: the fractional parts of i·step for each step, i = 1 … n, `[n, steps]`. */
export function latticePoints(n: number, steps: readonly number[]): Float64Array {
  return Float64Array.from({ length: n * steps.length }, (_, at) => {
    const product = (Math.floor(at / steps.length) + 1) * steps[at % steps.length];
    return product - Math.floor(product);
  });
}

/** Of the plastic number and the golden section, `[200, 2]`. */
export const plane = latticePoints(200, [0.6180339887498949, 0.7548776662466927]);

/** Of the roots of eight primes, `[500, 8]`. */
export const primes = [2, 3, 5, 7, 11, 13, 17, 19].map(Math.sqrt);
