import type { Random } from '../../../lib/statistics/random.js';
import { argumentOf } from './argument-of.js';
import { clusterInformation, repeatedInformation, stepsInformation, uniform, zipf } from './label-truths.js';
import { ofLabels, type QuestionLaw } from './law.js';
import { labelled, numbers } from './sides.js';

/** Standard deviations between clusters beyond which they cannot be told further apart. */
const farthest = 40;

/** The probability of repetition at which labels carry an information. */
const repetitionOf = (information: number, law: readonly number[]) =>
  argumentOf(information, (q) => repeatedInformation(law, q), 0, 1);

/** The distance of neighbouring clusters at which they carry an information about their label. */
export const distanceOf = (information: number, law: readonly number[]) =>
  argumentOf(information, (distance) => clusterInformation(law, distance), 0, farthest);

/** A label drawn from a law. */
export function drawn(law: readonly number[], { uniform }: Random): number {
  let [left, label] = [uniform(), 0];
  while (label < law.length - 1 && left >= law[label]) left -= law[label++];
  return label;
}

/** The same label with a probability, else one that is drawn anew. */
const repeated = (label: number, q: number, law: readonly number[], random: Random) =>
  random.uniform() < q ? label : drawn(law, random);

function pairsOf(law: (m: number) => number[]): QuestionLaw['sampler'] {
  return ({ categories }, information) => {
    const of = law(categories);
    const q = repetitionOf(information, of);
    if (q === undefined) return undefined;
    return (n, random) => {
      const x = Array.from({ length: n }, () => drawn(of, random));
      return [labelled(x), labelled(x.map((label) => repeated(label, q, of, random)))];
    };
  };
}

/** Clusters along the first coordinate; the others are noise. */
function clustersOf(law: (m: number) => number[]): QuestionLaw['sampler'] {
  return ({ categories, dimension }, information) => {
    const of = law(categories);
    const distance = distanceOf(information, of);
    if (distance === undefined) return undefined;
    return (n, random) => {
      const labels = Array.from({ length: n }, () => drawn(of, random));
      const points = Float64Array.from(
        { length: n * dimension },
        (_, at) => (at % dimension === 0 ? distance * labels[at / dimension] : 0) + random.normal(),
      );
      return [labelled(labels), numbers(points, dimension)];
    };
  };
}

/** Labels alone, and a label beside numbers. */
export const labelLaws: readonly QuestionLaw[] = [
  {
    id: 'repeated',
    label: 'Even labels',
    description: 'a label, all alike in frequency, and the same again or one drawn anew',
    question: 'labels',
    places: ofLabels([2, 5, 20], 2),
    sampler: pairsOf(uniform),
  },
  {
    id: 'repeated-rare',
    label: 'Rare labels',
    description:
      'the same of labels the i-th of which has a frequency in proportion to 1/i, so that many are rare',
    question: 'labels',
    places: ofLabels([5, 20, 50], 2),
    sampler: pairsOf(zipf),
  },
  {
    id: 'clusters',
    label: 'Clusters',
    description: 'a label, and normals around a centre for each, in a row along one of the coordinates',
    question: 'label-numbers',
    places: [...ofLabels([2, 5], 1), ...ofLabels([2, 5], 1, 2), ...ofLabels([2, 5], 1, 5)],
    sampler: clustersOf(uniform),
  },
  {
    id: 'clusters-rare',
    label: 'Uneven clusters',
    description: 'the same of labels the i-th of which has a frequency in proportion to 1/i',
    question: 'label-numbers',
    places: ofLabels([5, 20], 1),
    sampler: clustersOf(zipf),
  },
  {
    id: 'steps',
    label: 'Steps',
    description: 'a label c, and a number uniform between c and c + w: a density with edges',
    question: 'label-numbers',
    places: ofLabels([2, 5], 1),
    sampler({ categories: m }, information) {
      if (information === 0) return undefined;
      const narrowness = argumentOf(information, (v) => stepsInformation(m, 1 / v), 0.001, 1);
      if (narrowness === undefined) return undefined;
      return (n, random) => {
        const labels = Array.from({ length: n }, () => random.integer(m));
        const points = Float64Array.from(labels, (label) => label + random.uniform() / narrowness);
        return [labelled(labels), numbers(points)];
      };
    },
  },
];
