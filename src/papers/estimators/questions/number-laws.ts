import { distributions } from '../distributions.js';
import { ofDimensions, type QuestionLaw } from './law.js';
import { numbers } from './sides.js';

/** The laws of the first part of the bench, for estimators that were not there. */
export const numberLaws: readonly QuestionLaw[] = distributions.map((distribution) => ({
  id: distribution.id,
  label: distribution.label,
  description: distribution.description,
  question: 'numbers',
  places: ofDimensions(...(distribution.dimension === undefined ? [1, 2, 5] : [distribution.dimension])),
  sampler({ dimension }, information) {
    if (information === 0) return undefined;
    const shape = distribution.shape?.value ?? 0;
    return (n, random) => {
      const pair = distribution.sample({ n, dimension, information, shape }, random);
      return [numbers(pair.x, pair.dimensionX), numbers(pair.y, pair.dimensionY)];
    };
  },
}));
