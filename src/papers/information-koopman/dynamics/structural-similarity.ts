/** Half the side of the window, and the width of its Gaussian weights: 11 × 11 and σ = 1.5. */
const radius = 5;
const sigma = 1.5;

/** The one-dimensional weights; the window is their product, and its sum one. */
const weights = Array.from({ length: 2 * radius + 1 }, (_, i) =>
  Math.exp(-((i - radius) ** 2) / (2 * sigma ** 2)),
);
const total = weights.reduce((sum, weight) => sum + weight, 0);
const kernel = Float64Array.from(weights, (weight) => weight / total);

/**
 * Structural similarity of two images, SSIM = mean of (2 μ_a μ_b + c₁)(2 σ_ab + c₂) / ((μ_a² + μ_b² + c₁)(σ_a² + σ_b²
 * + c₂)) over all windows of 11 × 11 that lie within the image, moments weighted by a Gaussian of σ = 1.5, c₁ = (0.01
 * L)², c₂ = (0.03 L)² (Z. Wang, A. Bovik, H. Sheikh, E. Simoncelli, *IEEE Trans. Image Process.* 13, 2004). 1 for equal
 * images only.
 *
 * @param a, b `[height, width]`, row-major.
 * @param range L: from the lowest to the highest value that a pixel may take.
 * @throws {RangeError} if the shapes differ, no window fits, or the range is not positive.
 */
export function structuralSimilarity(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  width: number,
  range: number,
): number {
  const height = a.length / width;
  if (a.length !== b.length || !Number.isInteger(height) || Math.min(width, height) <= 2 * radius)
    throw new RangeError(
      `SSIM of ${a.length} and ${b.length} pixels, ${width} wide: too small, or not alike`,
    );
  if (!(range > 0)) throw new RangeError(`SSIM: a range of ${range} is not positive`);
  const [c1, c2] = [(0.01 * range) ** 2, (0.03 * range) ** 2];
  const smooth = (value: (at: number) => number) => windowMeans(value, width, height);
  const [meanA, meanB] = [smooth((at) => a[at]), smooth((at) => b[at])];
  const [squareA, squareB] = [smooth((at) => a[at] * a[at]), smooth((at) => b[at] * b[at])];
  const product = smooth((at) => a[at] * b[at]);
  let sum = 0;
  for (let at = 0; at < product.length; at++) {
    const [p, q] = [meanA[at], meanB[at]];
    const contrast = squareA[at] - p * p + (squareB[at] - q * q) + c2;
    sum += ((2 * p * q + c1) * (2 * (product[at] - p * q) + c2)) / ((p * p + q * q + c1) * contrast);
  }
  return sum / product.length;
}

/** Weighted means over the windows that fit: first along rows, then along columns. */
function windowMeans(value: (at: number) => number, width: number, height: number): Float64Array {
  const across = width - 2 * radius;
  const down = height - 2 * radius;
  const rows = new Float64Array(height * across);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < across; x++)
      for (let k = 0; k < kernel.length; k++) rows[y * across + x] += kernel[k] * value(y * width + x + k);
  const means = new Float64Array(down * across);
  for (let at = 0; at < means.length; at++)
    for (let k = 0; k < kernel.length; k++) means[at] += kernel[k] * rows[at + k * across];
  return means;
}
