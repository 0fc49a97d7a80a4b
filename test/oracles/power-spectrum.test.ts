import { describe, expect, it } from 'vitest';
import { fourier } from './fourier.js';
import { dominantFrequency, powerSpectrum, spectralDistributionError } from './power-spectrum.js';

describe('the Fourier transform', () => {
  it('agrees with NumPy 2.4.6 (fft.fft)', () => {
    const found = fourier({
      re: Float64Array.from({ length: 15 }, (_, i) => Math.sin(i * i * 0.7) + 0.2 * i),
      im: Float64Array.from({ length: 15 }, (_, i) => Math.cos(3 * i)),
    });
    const re = [
      20.66628050783305, -2.9729260124177843, -0.01519700160477977, -2.7208895637020034, -1.3210130314327264,
      -1.0017514409946422, -1.5612010184280407, -6.693820948147435, 1.6381313974086393, -0.01950763380180942,
      -0.1627932545860662, -0.7878714722055435, -2.37335891145254, 0.19741802807494224, -2.871499644543261,
    ];
    const im = [
      0.2675098510705929, 8.806142199112468, -0.5542966733455748, -0.6310776169512445, 1.7399611521482177,
      0.8300208623147176, 0.5180948891182169, 6.882173198597975, 3.730163563862839, 0.6200956459348448,
      -0.11027886939082254, -1.1296711819025649, 1.198194915971404, 1.1013499724291735, -8.268381908970245,
    ];
    re.forEach((value, k) => expect(found.re[k]).toBeCloseTo(value, 12));
    im.forEach((value, k) => expect(found.im[k]).toBeCloseTo(value, 12));
  });

  it('is the sum that defines it, for any length', () => {
    for (const n of [1, 2, 3, 8, 12, 13, 49, 60]) {
      const re = Float64Array.from({ length: n }, (_, i) => Math.sin(i * i));
      const im = Float64Array.from({ length: n }, (_, i) => Math.cos(i ** 3));
      const found = fourier({ re, im });
      for (let k = 0; k < n; k++) {
        let [a, b] = [0, 0];
        for (let j = 0; j < n; j++) {
          const angle = (-2 * Math.PI * ((j * k) % n)) / n;
          a += re[j] * Math.cos(angle) - im[j] * Math.sin(angle);
          b += re[j] * Math.sin(angle) + im[j] * Math.cos(angle);
        }
        expect(found.re[k]).toBeCloseTo(a, 11);
        expect(found.im[k]).toBeCloseTo(b, 11);
      }
    }
  });
});

describe('the power spectrum', () => {
  it('agrees with SciPy 1.17.1 (signal.periodogram: Hann, zero-padded, density)', () => {
    const series = Float64Array.from({ length: 15 }, (_, i) => Math.sin(i * i * 0.7) + 0.2 * i);
    const { frequency, density } = powerSpectrum(series, { interval: 0.25, padding: 2 });
    const expected = [
      0.09488142016595733, 0.9836495742316749, 1.9762479620381546, 1.627121790204069, 0.6557024901153856,
      0.1692212124037831, 0.12777701151079301, 0.12467989462909954, 0.06680459942430886, 0.020860538267747288,
      0.0036636062010201994, 0.004237741272978732, 0.03863145591951411, 0.0998600601531478,
      0.14365475450830426, 0.07773248872093748,
    ];
    expect(density.length).toBe(expected.length);
    expected.forEach((value, k) => expect(density[k]).toBeCloseTo(value, 12));
    expect(frequency[15]).toBe(2);
  });

  it('of a sine has its peak at the sine’s frequency and its variance beneath it', () => {
    for (const f of [0.7, 1.31, 2.2222]) {
      const series = Float64Array.from(
        { length: 300 },
        (_, i) => 5 + 3 * Math.sin(2 * Math.PI * f * 0.05 * i + 1),
      );
      const spectrum = powerSpectrum(series, { interval: 0.05, padding: 8 });
      expect(Math.abs(dominantFrequency(spectrum) - f)).toBeLessThan(5e-4);
      const variance = spectrum.density.reduce((sum, value) => sum + value, 0) * spectrum.frequency[1];
      expect(variance).toBeCloseTo(4.5, 1);
    }
  });

  it('of fewer than two values there is none', () => {
    expect(() => powerSpectrum([1])).toThrow('two needed');
  });
});

it('the spectral distribution error is the share of power in the wrong place', () => {
  expect(spectralDistributionError([1, 2, 1], [2, 4, 2])).toBe(0);
  expect(spectralDistributionError([1, 0, 0], [0, 3, 1])).toBe(1);
  expect(spectralDistributionError([1, 1, 2], [2, 1, 1])).toBeCloseTo(0.25, 15);
  expect(() => spectralDistributionError([1], [1, 2])).toThrow('1 and of 2');
  expect(() => spectralDistributionError([0], [1])).toThrow('without power');
});
