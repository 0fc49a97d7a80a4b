import { describe, expect, it } from 'vitest';
import { dormandPrince } from '../../../src/lib/dynamics/dormand-prince.js';
import { lorenz63 } from '../../../src/lib/dynamics/lorenz63.js';
import { vanDerPol } from '../../../src/lib/dynamics/van-der-pol.js';
import { decayAndTurn, exactDecayAndTurn } from './decay-and-turn.js';

describe('Dormand–Prince', () => {
  // scipy 1.17.1, solve_ivp(method='RK45') with its own step control: the same steps, so nearly the same numbers.
  it('takes the steps of SciPy, and interpolates as it does', () => {
    const times = [0, 0.37, 1, 1.63, 2];
    const lorenz = dormandPrince(lorenz63().field, Float64Array.of(1, 1, 1), 3, times);
    const expected = [
      1.0, 1.0, 1.0, 18.720150498817485, 11.397262427224868, 47.35589330555033, -9.378565060851022,
      -8.357032643960268, 29.362316790119188, -9.334601819571578, -8.129713896573048, 29.49510899262416,
      -8.173526930070587, -9.562029439331866, 24.62076772468912,
    ];
    expected.forEach((value, at) => expect(lorenz[at]).toBeCloseTo(value, 9));
    const stiffer = dormandPrince(vanDerPol({ mu: 5 }).field, Float64Array.of(2, 0), 2, [0, 5, 10, 15, 20], {
      relative: 1e-4,
      absolute: 1e-7,
    });
    const loose = [
      2.0, 0.0, 0.4040914253291339, -2.437444927734753, -1.158590793374466, 0.43057156013603876,
      1.4205178901319302, -0.2577208657199632, -1.6013372170343467, 0.1983217646835161,
    ];
    loose.forEach((value, at) => expect(stiffer[at]).toBeCloseTo(value, 9));
  });

  it('comes near what SciPy 1.17.1 finds with DOP853 at 1e-12', () => {
    const found = dormandPrince(vanDerPol({ mu: 5 }).field, Float64Array.of(2, 0), 2, [0, 5, 10, 15, 20], {
      relative: 1e-10,
      absolute: 1e-12,
    });
    const expected = [
      2.0, 0.0, 0.4041815946325297, -2.4371126841006543, -1.1587012660308156, 0.43046980897946235,
      1.4205645272327634, -0.25769787931106053, -1.6012968795425897, 0.1983266763387304,
    ];
    expected.forEach((value, at) => expect(found[at]).toBeCloseTo(value, 7));
  });

  it('follows a decay and a harmonic oscillator, at steps and between them', () => {
    const times = Float64Array.from({ length: 97 }, (_, i) => 0.0731 * i);
    const found = dormandPrince(decayAndTurn, Float64Array.of(1, 1, 0), 3, times, {
      relative: 1e-9,
      absolute: 1e-11,
    });
    times.forEach((t, i) =>
      exactDecayAndTurn(t).forEach((value, c) =>
        expect(Math.abs(found[3 * i + c] - value)).toBeLessThan(1e-7),
      ),
    );
  });

  it('errs in proportion to the tolerance', () => {
    const errors = [1e-5, 1e-7, 1e-9].map((relative) => {
      const tolerance = { relative, absolute: relative };
      const state = dormandPrince(decayAndTurn, Float64Array.of(1, 1, 0), 3, [0, 7], tolerance).subarray(3);
      return Math.hypot(...exactDecayAndTurn(7).map((value, c) => state[c] - value));
    });
    for (let i = 1; i < errors.length; i++) {
      expect(errors[i - 1] / errors[i]).toBeGreaterThan(30);
      expect(errors[i - 1] / errors[i]).toBeLessThan(300);
    }
  });

  it('gives a trajectory the same numbers whatever runs beside it', () => {
    const { field } = lorenz63();
    const times = [0, 0.5, 1];
    const pair = dormandPrince(field, Float64Array.of(1, 1, 1, -8, 3, 20), 3, times);
    const first = dormandPrince(field, Float64Array.of(1, 1, 1), 3, times);
    const second = dormandPrince(field, Float64Array.of(-8, 3, 20), 3, times);
    expect(pair).toEqual(Float64Array.of(...first, ...second));
  });

  it('says what is wrong', () => {
    const explode = (x: Float64Array, slope: Float64Array) => slope.forEach((_, i) => (slope[i] = x[i] ** 2));
    expect(() => dormandPrince(explode, Float64Array.of(1), 1, [0, 2])).toThrow(
      /at time 1(\.0000\d*)?|0\.99999/,
    );
    expect(() => dormandPrince(explode, Float64Array.of(1), 1, [0, 2, 2])).toThrow('does not come after');
    expect(() => dormandPrince(explode, Float64Array.of(1, 2, 3), 2, [0])).toThrow('3 coordinates');
  });
});
