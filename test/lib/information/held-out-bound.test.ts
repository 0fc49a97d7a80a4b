import { mean } from 'd3-array';
import { describe, expect, it } from 'vitest';
import { criticObjectives } from '../../../src/lib/information/critic-objectives.js';
import { donskerVaradhan } from '../../../src/lib/information/donsker-varadhan.js';
import { type HeldOutBound, heldOutBound } from '../../../src/lib/information/held-out-bound.js';
import { plainBackward } from '../../../src/lib/learning/plain-backward.js';
import { layerOutputs, truncatedNormalNetwork } from '../../../src/lib/learning/plain-network.js';
import { scalarActivations } from '../../../src/lib/learning/scalar-activation.js';
import { random } from '../../../src/lib/statistics/random.js';
import { normals } from './hard-inputs.js';

const bounds = Object.keys(criticObjectives) as HeldOutBound[];
const points = (values: Float64Array) => ({ points: values, dimension: 1 });

/** Central differences of a function of numbers. */
function differences(f: (at: Float64Array) => number, at: Float64Array): Float64Array {
  const step = 1e-5;
  return at.map((_, i) => {
    const [up, down] = [1, -1].map((sign) => at.map((value, j) => (i === j ? value + sign * step : value)));
    return (f(up) - f(down)) / (2 * step);
  });
}

const near = (found: Float64Array, expected: Float64Array) =>
  found.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 7));

describe('what critics are trained by', () => {
  it.each(bounds)('%s has the slopes of central differences', (bound) => {
    const { normal } = random(81);
    const scores = Float64Array.from({ length: 16 }, normal);
    const objective = criticObjectives[bound];
    near(objective.slopes(scores), differences(objective.bound, scores));
  });

  it('a network has the gradient of central differences', () => {
    const source = random(82);
    const inputs = Float64Array.from({ length: 10 }, source.normal);
    const factors = Float64Array.from({ length: 15 }, source.normal);
    const network = truncatedNormalNetwork([2, 4, 4, 3], scalarActivations.elu, 1, source);
    const loss = (parameters: Float64Array) =>
      layerOutputs({ ...network, parameters }, inputs)
        .at(-1)!
        .reduce((sum, value, at) => sum + factors[at] * value, 0);
    const gradient = new Float64Array(network.parameters.length);
    plainBackward(network, inputs, layerOutputs(network, inputs), factors.slice(), gradient);
    near(gradient, differences(loss, network.parameters));
  });

  it('Donsker and Varadhan’s bound of the best critic is the information', () => {
    // A bit and itself: ln p(x,y)/p(x)p(y) is ln 2 where they agree, and nothing is ever seen elsewhere.
    const bits = [0, 0, 1, 1];
    const scores = Float64Array.from({ length: 16 }, (_, at) =>
      bits[at >> 2] === bits[at % 4] ? Math.LN2 : -Infinity,
    );
    // Of three partners one agrees: ln 2 − ln(2/3).
    expect(donskerVaradhan(scores)).toBeCloseTo(Math.log(3), 12);
    expect(donskerVaradhan(new Float64Array(9))).toBeCloseTo(0, 15);
    expect(() => donskerVaradhan(new Float64Array(5))).toThrow('5 scores');
  });
});

describe.each(bounds)('%s on rows held out', (bound) => {
  const estimate = (rho: number, seed: number) => {
    const [x, y] = normals(rho, 400, 83, seed);
    return heldOutBound(bound, points(x), points(y), seed);
  };

  it('is near the information of correlated normals, and near 0 of independent ones', () => {
    // Of six samples the bound scatters by 0.06 about a mean that lies below the information, as a bound does.
    const found = [1, 2, 3, 4, 5, 6].map((seed) => estimate(0.8, seed));
    expect(Math.abs(mean(found)! - 0.511)).toBeLessThan(0.12);
    for (const value of found) expect(Math.abs(value - 0.511)).toBeLessThan(0.3);
    for (const seed of [1, 2, 3]) expect(Math.abs(estimate(0, seed))).toBeLessThan(0.06);
  }, 240_000);

  it('repeats itself by its seed, and asks for rows', () => {
    const [x, y] = normals(0.8, 60, 84).map(points);
    expect(heldOutBound(bound, x, y, 1)).toBe(heldOutBound(bound, x, y, 1));
    expect(() => heldOutBound(bound, points(new Float64Array(59)), points(new Float64Array(59)), 1)).toThrow(
      '59 rows are too few to train on',
    );
  });
});
