import { expect, it } from 'vitest';
import { dmd, dmdForecast } from '../../../src/lib/dynamics/dmd.js';
import { rollOut, stepPairs } from '../../../src/lib/dynamics/linear-operator.js';
import { travellingWaves } from './travelling-waves.js';

it('agrees with PyDMD 2025.8.1, DMD(svd_rank=4, exact=False): eigenvalues and modes', () => {
  const { before, after } = stepPairs(travellingWaves(), 40, 20);
  const { values, modes } = dmd(before, after, 20, 4);
  const re = [0.969411394321865, 0.875492420989793, 0.875492420989793, 0.46222836366456155];
  const im = [0, 0.36951413687840295, -0.36951413687840295, 0];
  re.forEach((value, i) => expect(values.re[i]).toBeCloseTo(value, 9));
  im.forEach((value, i) => expect(values.im[i]).toBeCloseTo(value, 9));
  const first = [
    0.004556180683269491, 0.16022615477595367, 0.27725561986347724, 0.32751880397567035, 0.2984305925993538,
  ];
  const sign = Math.sign(modes.re[1]);
  first.forEach((value, c) => expect(sign * modes.re[c]).toBeCloseTo(value, 9));
});

it('recovers a linear system of low rank in many dimensions, and forecasts it', () => {
  const operator = Float64Array.of(0.9, 0.3, 0, -0.3, 0.9, 0, 0, 0, 0.7);
  const inner = Float64Array.of(1, 0.5, -2, ...rollOut(operator, Float64Array.of(1, 0.5, -2), 40));
  const lift = (states: Float64Array) =>
    Float64Array.from({ length: (states.length / 3) * 50 }, (_, at) => {
      const i = Math.floor(at / 50);
      return [0, 1, 2].reduce((sum, k) => sum + states[3 * i + k] * Math.sin((k + 1) * (at % 50) + k), 0);
    });
  const { before, after } = stepPairs(lift(inner), 41, 50);
  const model = dmd(before, after, 50, 3);
  [0.9, 0.9, 0.7].forEach((value, i) => expect(model.values.re[i]).toBeCloseTo(value, 10));
  [0.3, -0.3, 0].forEach((value, i) => expect(model.values.im[i]).toBeCloseTo(value, 10));
  const start = Float64Array.of(0.2, -1, 0.4);
  const forecast = dmdForecast(model, lift(start), 12);
  lift(rollOut(operator, start, 12)).forEach((value, at) => expect(forecast[at]).toBeCloseTo(value, 9));
});
