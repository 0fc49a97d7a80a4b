import { fourier } from './fourier.js';

/** How the variance of a series is spread over frequencies. */
export interface PowerSpectrum {
  /** Cycles per unit of time, from 0 to half the sampling rate. */
  readonly frequency: Float64Array;
  /** Density, per unit of frequency: its sum times the frequencies' spacing is the variance of the windowed series. */
  readonly density: Float64Array;
}

/**
 * Periodogram of a real series: its mean is taken off, Hann's window laid over it and zeros put after it, as many that
 * it becomes `padding` times as long (finer frequencies, not better resolved ones).
 *
 * @param interval time from one value to the next.
 * @throws {RangeError} for fewer than two values.
 */
export function powerSpectrum(series: ArrayLike<number>, { interval = 1, padding = 1 } = {}): PowerSpectrum {
  const n = series.length;
  if (n < 2) throw new RangeError(`spectrum of ${n} values: two needed`);
  const length = n * padding;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += series[i] / n;
  const re = new Float64Array(length);
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const weight = (1 - Math.cos((2 * Math.PI * i) / n)) / 2;
    re[i] = (series[i] - mean) * weight;
    squares += weight * weight;
  }
  const transform = fourier({ re, im: new Float64Array(length) });
  const count = Math.floor(length / 2) + 1;
  const density = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const both = k === 0 || 2 * k === length ? 1 : 2; // a frequency and its negative
    density[k] = (both * interval * (transform.re[k] ** 2 + transform.im[k] ** 2)) / squares;
  }
  return { frequency: density.map((_, k) => k / (length * interval)), density };
}

/** The frequency of the highest peak, the top of the parabola through it and its neighbours' logarithms. */
export function dominantFrequency({ frequency, density }: PowerSpectrum): number {
  let peak = 0;
  for (let k = 1; k < density.length; k++) if (density[k] > density[peak]) peak = k;
  if (peak === 0 || peak === density.length - 1) return frequency[peak];
  const [a, b, c] = [-1, 0, 1].map((offset) => Math.log(density[peak + offset]));
  const bend = a - 2 * b + c;
  const shift = bend < 0 && Number.isFinite(bend) ? (a - c) / (2 * bend) : 0;
  return frequency[peak] + shift * frequency[1];
}

/**
 * How differently two spectra spread their power, whatever its amount: half of Σ |p_k − q_k|, each spectrum's sum
 * being one. From 0, the same, to 1, no frequency in common.
 *
 * @throws {RangeError} if the lengths differ, or a spectrum has no power.
 */
export function spectralDistributionError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length)
    throw new RangeError(`spectra of ${a.length} and of ${b.length} frequencies have no distance`);
  let [sumA, sumB, apart] = [0, 0, 0];
  for (let k = 0; k < a.length; k++) {
    sumA += a[k];
    sumB += b[k];
  }
  if (!(sumA > 0 && sumB > 0)) throw new RangeError('a spectrum without power has no distribution');
  for (let k = 0; k < a.length; k++) apart += Math.abs(a[k] / sumA - b[k] / sumB);
  return apart / 2;
}
