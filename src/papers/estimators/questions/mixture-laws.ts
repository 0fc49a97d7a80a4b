import { correlatedNormals } from '../../../lib/information/known/correlated-normals.js';
import type { Random } from '../../../lib/statistics/random.js';
import { argumentOf } from './argument-of.js';
import { ofDimensions, type QuestionLaw } from './law.js';
import {
  atomsAlike,
  atomsInformation,
  clippedInformation,
  inflatedPoissonInformation,
  roundedInformation,
} from './mixture-truths.js';
import { numbers } from './sides.js';

const step = 0.5;
const inflation = 0.15;
const share = 0.1;
/** Above so much the truths, or the counts of a Poisson law, are no longer had cheaply. */
const mostInformation = 1;
const strongest = 0.995;

/** Independent pairs of coordinates of normals, seen through a map. */
function mappedNormals(
  truth: (correlation: number) => number,
  map: (value: number) => number,
): QuestionLaw['sampler'] {
  return ({ dimension }, information) => {
    if (information > mostInformation) return undefined;
    const correlation = argumentOf(information / dimension, truth, 0, strongest);
    if (correlation === undefined) return undefined;
    return (n, random) => {
      const x = Float64Array.from({ length: n * dimension }, random.normal);
      const y = x.map((value) => correlation * value + Math.sqrt(1 - correlation ** 2) * random.normal());
      return [numbers(x.map(map), dimension), numbers(y.map(map), dimension)];
    };
  };
}

/** Numbers that repeat. */
export const mixtureLaws: readonly QuestionLaw[] = [
  {
    id: 'rounded',
    label: 'Rounded normals',
    description: 'correlated normals, each rounded to a multiple of half its standard deviation',
    question: 'mixtures',
    places: ofDimensions(1, 2),
    sampler: mappedNormals(
      (correlation) => roundedInformation(correlation, step),
      (value) => step * Math.round(value / step),
    ),
  },
  {
    id: 'clipped',
    label: 'Normals cut at zero',
    description: 'correlated normals, each made zero where it is negative, as rain is on dry days',
    question: 'mixtures',
    places: ofDimensions(1, 2),
    sampler: mappedNormals(clippedInformation, (value) => Math.max(0, value)),
  },
  {
    id: 'inflated-poisson',
    label: 'Counts with zeros',
    description:
      'an exponential rate, and a count of Poisson’s law of it, of which 15 % are made zero whatever the rate',
    question: 'mixtures',
    places: ofDimensions(1),
    sampler(_, information) {
      // Without information all counts would be zero.
      if (information === 0 || information > mostInformation) return undefined;
      const scale = argumentOf(information, (of) => inflatedPoissonInformation(of, inflation), 0, 100);
      if (scale === undefined) return undefined;
      return (n, random) => {
        const x = Float64Array.from({ length: n }, () => -Math.log1p(-random.uniform()));
        const y = x.map((rate) => (random.uniform() < inflation ? 0 : poisson(scale * rate, random)));
        return [numbers(x), numbers(y)];
      };
    },
  },
  {
    id: 'atoms',
    label: 'Normals and atoms',
    description: 'correlated normals, but one pair in ten is (±1, ±1)',
    question: 'mixtures',
    places: ofDimensions(1),
    sampler(_, information) {
      const ofNormals = (information - atomsInformation(share, 0)) / (1 - share);
      if (ofNormals < 0 || information > mostInformation) return undefined;
      return (n, random) => {
        const { x, y } = correlatedNormals(n, 1, ofNormals, random);
        for (let i = 0; i < n; i++) {
          if (random.uniform() >= share) continue;
          x[i] = random.uniform() < 0.5 ? 1 : -1;
          y[i] = random.uniform() < atomsAlike ? x[i] : -x[i];
        }
        return [numbers(x), numbers(y)];
      };
    },
  },
];

/** Poisson's count of a mean: how many arrivals come within it, the time between two being exponential of mean 1. */
function poisson(mean: number, { uniform }: Random): number {
  let [count, time] = [0, -Math.log1p(-uniform())];
  for (; time < mean; count++) time -= Math.log1p(-uniform());
  return count;
}
