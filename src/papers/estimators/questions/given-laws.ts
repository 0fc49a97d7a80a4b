import { correlationOfInformation } from '../../../lib/information/known/correlated-normals.js';
import { transferVariables } from '../../../lib/information/transfer-entropy.js';
import type { Random } from '../../../lib/statistics/random.js';
import { argumentOf } from './argument-of.js';
import { alikeInformation, drivenInformation, kept } from './given-truths.js';
import { distanceOf, drawn } from './label-laws.js';
import { repeatedInformation } from './label-truths.js';
import { ofDimensions, ofLabels, type Place, type QuestionLaw } from './law.js';
import { labelled, numbers, type Side } from './sides.js';

/** Steps that a series takes before it is looked at. */
const settling = 100;

/** u and v, correlated normals of an information, each put beside z, of which the mean is taken, at unit variance. */
function besides(map: (own: number, given: number, side: 0 | 1) => number): QuestionLaw['sampler'] {
  return ({ dimension }, information) => {
    const correlation = correlationOfInformation(information, 1);
    return (n, random) => {
      const z = Float64Array.from({ length: n * dimension }, random.normal);
      const [x, y] = [new Float64Array(n), new Float64Array(n)];
      for (let i = 0; i < n; i++) {
        let given = 0;
        for (let c = 0; c < dimension; c++) given += z[i * dimension + c] / Math.sqrt(dimension);
        const u = random.normal();
        const v = correlation * u + Math.sqrt(1 - correlation ** 2) * random.normal();
        [x[i], y[i]] = [map(u, given, 0), map(v, given, 1)];
      }
      return [numbers(x), numbers(y), numbers(z, dimension)];
    };
  };
}

/** The variables of the transfer entropy between two series, the past of the target as long as the dimension says. */
function driven(memory: number): QuestionLaw['sampler'] {
  return ({ dimension }, information) => {
    const coupling = argumentOf(information, (c) => drivenInformation(c, memory), 0, 50);
    if (coupling === undefined) return undefined;
    return (n, random) => {
      const steps = n + dimension;
      const [source, target] = [new Float64Array(steps), new Float64Array(steps)];
      let [x, y] = [0, 0];
      for (let t = -settling; t < steps; t++) {
        [x, y] = [memory * x + random.normal(), kept * y + coupling * x + random.normal()];
        if (t >= 0) [source[t], target[t]] = [x, y];
      }
      const of = transferVariables(numbers(source).points.points, numbers(target).points.points, {
        lag: 1,
        targetHistory: dimension,
      });
      return [of.x, of.y, of.z].map((points): Side => ({ points }));
    };
  };
}

/** Given z, the law of a label of m: half again as much of z itself, the rest spread evenly. */
const lawGiven = (z: number, m: number) =>
  Array.from({ length: m }, (_, label) => (label === z ? 0.5 : 0) + 0.5 / m);

/** A label of two that depends on what is given, and a number around a centre for each, and beside what is given. */
function clustersGiven(
  given: (random: Random) => number,
  side: (z: readonly number[]) => Side,
): QuestionLaw['sampler'] {
  return (_, information) => {
    // By symmetry as much for either label that z prefers.
    const distance = distanceOf(information, lawGiven(0, 2));
    if (distance === undefined) return undefined;
    return (n, random) => {
      const z = Array.from({ length: n }, () => given(random));
      const labels = z.map((value) => drawn(lawGiven(value > 0 ? 1 : 0, 2), random));
      const y = Float64Array.from(labels, (label, i) => distance * label + z[i] + random.normal());
      return [labelled(labels), numbers(y), side(z)];
    };
  };
}

const two = (combinations: number): Place[] => [{ dimension: 1, categories: 2, combinations }];

/** Variables beside a third one that is given, and several variables together. */
export const givenLaws: readonly QuestionLaw[] = [
  {
    id: 'common-cause',
    label: 'Common cause',
    description:
      'correlated normals, to each of which the same normal is added: their dependence given that one',
    question: 'given-numbers',
    places: ofDimensions(1, 2, 5),
    sampler: besides((own, given) => own + given),
  },
  {
    id: 'common-scale',
    label: 'Common scale',
    description:
      'correlated normals that the given one stretches or shrinks, each by e to the power of half of it',
    question: 'given-numbers',
    places: ofDimensions(1, 2, 5),
    sampler: besides((own, given) => own * Math.exp(given / 2)),
  },
  {
    id: 'common-curve',
    label: 'Common curve',
    description: 'correlated normals, beside a square of the given one in x, and a sine in y',
    question: 'given-numbers',
    places: ofDimensions(1, 2, 5),
    sampler: besides((own, given, side) => own + (side === 0 ? given ** 2 : 2 * Math.sin(2 * given))),
  },
  {
    id: 'driven',
    label: 'Driven series',
    description:
      'a series that keeps half of itself from step to step and is driven by another without memory: the transfer entropy',
    question: 'given-numbers',
    places: ofDimensions(1, 3),
    sampler: driven(0),
  },
  {
    id: 'driven-slowly',
    label: 'Slowly driven series',
    description: 'the same by a series that keeps half of itself as well',
    question: 'given-numbers',
    places: ofDimensions(1),
    sampler: driven(0.5),
  },
  {
    id: 'given-label-labels',
    label: 'Labels given a label',
    description: 'a label that prefers the given one, and the same again or one drawn anew in the same way',
    question: 'given-labels',
    places: ofLabels([2, 5], 3),
    sampler({ categories: m }, information) {
      const q = argumentOf(information, (of) => repeatedInformation(lawGiven(0, m), of), 0, 1);
      if (q === undefined) return undefined;
      return (n, random) => {
        const z = Array.from({ length: n }, () => random.integer(m));
        const x = z.map((given) => drawn(lawGiven(given, m), random));
        const y = x.map((label, i) => (random.uniform() < q ? label : drawn(lawGiven(z[i], m), random)));
        return [labelled(x), labelled(y), labelled(z)];
      };
    },
  },
  {
    id: 'clusters-given-label',
    label: 'Clusters given a label',
    description: 'a label that prefers the given one, and a normal around a centre for both',
    question: 'given-mixed',
    places: two(4),
    sampler: clustersGiven(({ integer }) => integer(2), labelled),
  },
  {
    id: 'clusters-given-number',
    label: 'Clusters given a number',
    description:
      'a label that prefers the sign of the given normal, and a normal around a centre for it, beside the given one',
    question: 'given-mixed',
    places: two(2),
    sampler: clustersGiven(
      ({ normal }) => normal(),
      (z) => numbers(Float64Array.from(z)),
    ),
  },
  {
    id: 'alike',
    label: 'Normals, all alike',
    description: 'normals, each two of the same correlation',
    question: 'total',
    places: ofDimensions(3, 5),
    sampler({ dimension: m }, information) {
      const correlation = argumentOf(information, (of) => alikeInformation(m, of), 0, 0.9999);
      if (correlation === undefined) return undefined;
      return (n, random) => {
        const common = Float64Array.from({ length: n }, random.normal);
        return Array.from({ length: m }, () =>
          numbers(
            common.map(
              (value) => Math.sqrt(correlation) * value + Math.sqrt(1 - correlation) * random.normal(),
            ),
          ),
        );
      };
    },
  },
];
