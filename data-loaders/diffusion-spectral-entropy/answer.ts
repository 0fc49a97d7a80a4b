import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';
import { conditionsOf } from '../../src/lib/claims/claim-columns.js';
import { count, percent } from '../../src/lib/text/number.js';
import { definition as images } from './images.js';

export const answer: AnswerFrom = (claim) => {
  // Where the course falls from the first reading on, the highest is the first.
  const [trend, end] = (['trend', 'end'] as const).map(
    (what) =>
      conditionsOf(claim('dse-rises-at-unit-distance')).find(({ label }) => label.endsWith(`, ${what}`))!
        .value!,
  );
  const digits = (training: string) =>
    conditionsOf(claim('digits-dsmi-rises')).filter(({ label }) => label.startsWith(`${training}, `));
  const supervised = digits('supervised').find(({ label }) => label.endsWith(', end'))!;
  return {
    says: 'Diffusion spectral entropy of a layer rises during training; its information about labels rises where networks generalise, not where they memorise.',
    found: {
      text: 'On a synthetic task, yes: entropy rises, and information about labels rises far more where networks generalise. On digits entropy rises, but information about labels falls back in supervised training; in contrastive training it rises to the end.',
      holds: {
        ...given(claim, {
          'dse-rises-in-training': 'reproduced',
          'dsmi-rises-generalising': 'reproduced',
          'dsmi-generalisation-only': 'reproduced',
          'digits-dse-rises': 'reproduced',
          'digits-dsmi-rises': 'not reproduced',
        }),
        'information rises to the end in contrastive training': digits('contrastive').every(
          ({ verdict }) => verdict === 'reproduced',
        ),
        'and not in supervised training': supervised.verdict === 'not reproduced',
      },
      claims: [
        'dse-rises-in-training',
        'dsmi-rises-generalising',
        'dsmi-generalisation-only',
        'digits-dsmi-rises',
      ],
    },
    differs: {
      reduced: `${count(images.profiles.full!.trainImages)} of the 60,000 digits, and a small network`,
      'stand-in': 'a synthetic task and a small network in place of images and residual networks',
    },
    because: {
      text: `Both follow the length of the layer’s vectors, which grow: with the layer rescaled to a constant size, entropy on the synthetic task falls, by ${percent(1 - end)}. On digits information ends at ${percent(supervised.value!)} of its highest value.`,
      holds: {
        ...given(claim, { 'dse-rises-at-unit-distance': 'not reproduced' }),
        'it falls throughout when rescaled': trend < -0.99 && end > 0 && end < 1,
      },
    },
  };
};
