import { describe, expect, it } from 'vitest';
import { advise } from '../../../src/lib/estimation/advice.js';
import { intervalOf } from '../../../src/lib/estimation/interval.js';
import { coverages } from '../../../src/lib/estimation/interval-coverage.js';
import { methodOf } from '../../../src/lib/estimation/method-of.js';
import { type Cell, variableOf } from '../../../src/lib/estimation/variable.js';
import { type Random, random } from '../../../src/lib/statistics/random.js';

/** A law of two columns, or of three of which the last is given, whose information is known in closed form. */
interface Law {
  readonly method: string;
  /** Nats. */
  readonly truth: number;
  draw(random: Random, rows: number): readonly Cell[][];
}

const times = <T>(n: number, draw: () => T) => Array.from({ length: n }, draw);
const ofNormals = (rho: number) => -0.5 * Math.log(1 - rho ** 2);
const plogp = (p: number) => (p > 0 ? p * Math.log(p) : 0);

function normals(rho: number): Law {
  const draw: Law['draw'] = ({ normal }, n) => {
    const x = times(n, normal);
    return [x, x.map((value) => rho * value + Math.sqrt(1 - rho ** 2) * normal())];
  };
  return { method: 'kraskov', truth: ofNormals(rho), draw };
}

/** Normals that share a third one, which is given. */
function given(rho: number): Law {
  const draw: Law['draw'] = (random, n) => {
    const z = times(n, random.normal);
    const rest = normals(rho).draw(random, n) as number[][];
    return [...rest.map((column) => column.map((value, i) => value + z[i])), z];
  };
  return { method: 'frenzel-pompe', truth: ofNormals(rho), draw };
}

/** One of three labels, which is drawn anew with a probability. */
function labels(anew: number): Law {
  const [same, other] = [1 - (2 / 3) * anew, anew / 3];
  const draw: Law['draw'] = ({ integer, uniform }, n) => {
    const x = times(n, () => integer(3));
    return [x, x.map((value) => (uniform() < anew ? integer(3) : value))].map((side) => side.map(String));
  };
  return { method: 'miller-madow', truth: Math.log(3) + plogp(same) + 2 * plogp(other), draw };
}

/** A whole number below 40, and its sum with another below a width. */
function sums(width: number): Law {
  const chances = Array.from(
    { length: 39 + width },
    (_, sum) => (Math.min(sum, 39) - Math.max(0, sum - width + 1) + 1) / (40 * width),
  );
  const entropy = -chances.reduce((total, chance) => total + plogp(chance), 0);
  const draw: Law['draw'] = ({ integer }, n) => {
    const x = times(n, () => integer(40));
    return [x, x.map((value) => value + integer(width))];
  };
  return { method: 'mesner-shalizi', truth: entropy - Math.log(width), draw };
}

/** In how many of so many samples the interval of the advised estimator held the truth, and in how many it lay below it. */
function coverage({ method, truth, draw }: Law, rows: number, samples: number) {
  let [held, below] = [0, 0];
  for (let sample = 0; sample < samples; sample++) {
    const [x, y, z] = draw(random(sample, 'coverage'), rows).map((cells) => variableOf('a', cells));
    expect(advise(x, y, z).method).toBe(method);
    const { low, high } = intervalOf(methodOf(method), { x, y, z, permutations: 0, seed: sample });
    if (low! <= truth && truth <= high!) held++;
    else if (high! < truth) below++;
  }
  return { held: held / samples, below: below / samples };
}

/** Three standard errors of a share. */
const error = (share: number, samples: number) => 3 * Math.sqrt((share * (1 - share)) / samples);

describe('the interval of an estimate', () => {
  it.each([
    ['normals of correlation 0.6', normals(0.6)],
    ['labels of which half are drawn anew', labels(0.5)],
    ['labels that are independent', labels(1)],
  ])('of %s holds the truth at least as often as it says, but for the error of the simulation', (_, law) => {
    const samples = 200;
    expect(coverage(law, 100, samples).held).toBeGreaterThan(0.95 - error(0.95, samples));
  });

  it('holds it less often on whole numbers, which then were more, and as often as an answer says', () => {
    const samples = 150;
    const { least, most, missed } = coverages['mesner-shalizi'];
    const { held, below } = coverage(sums(10), 400, samples);
    expect(held).toBeLessThan(0.95 - error(0.95, samples));
    expect(held).toBeGreaterThan(least - error(least, samples));
    expect(held).toBeLessThan(most);
    expect([missed, below > 0.9 * (1 - held)]).toEqual(['above', true]);
  });

  it('holds it about as often as an answer says where a third column is given', () => {
    const samples = 100;
    const { least, most } = coverages['frenzel-pompe'];
    const { held } = coverage(given(0), 200, samples);
    expect(held).toBeGreaterThan(least - error(least, samples));
    expect(held).toBeLessThan(most + error(most, samples));
  });
});
