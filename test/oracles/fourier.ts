import type { ComplexValues } from '../../src/papers/information-koopman/dynamics/eigenvalues.js';

/**
 * Discrete Fourier transform X_k = Σ_j x_j exp(−2πi j k/n) of a series of any length n, by Cooley and Tukey's
 * splitting into as many interleaved series as n's smallest prime factor p: n Σ p operations over all factors, so
 * n log n for a power of two, n² for a prime.
 *
 * @param series real, `[n]`, or complex.
 */
export function fourier({ re, im }: ComplexValues): ComplexValues {
  const n = re.length;
  const p = smallestFactor(n);
  if (n < 2) return { re: re.slice(), im: im.slice() };
  const m = n / p;
  const parts = Array.from({ length: p }, (_, r) => {
    const pick = (values: Float64Array) =>
      Float64Array.from({ length: m }, (_unused, j) => values[j * p + r]);
    const part = { re: pick(re), im: pick(im) };
    return m > 1 ? fourier(part) : part;
  });
  const out = { re: new Float64Array(n), im: new Float64Array(n) };
  const angle = (-2 * Math.PI) / n;
  const cosine = Float64Array.from({ length: n }, (_, k) => Math.cos(angle * k));
  const sine = Float64Array.from({ length: n }, (_, k) => Math.sin(angle * k));
  for (let k = 0; k < n; k++)
    parts.forEach((part, r) => {
      const [c, s] = [cosine[(r * k) % n], sine[(r * k) % n]];
      const [a, b] = [part.re[k % m], part.im[k % m]];
      out.re[k] += c * a - s * b;
      out.im[k] += c * b + s * a;
    });
  return out;
}

function smallestFactor(n: number): number {
  for (let p = 2; p * p <= n; p++) if (n % p === 0) return p;
  return n;
}
