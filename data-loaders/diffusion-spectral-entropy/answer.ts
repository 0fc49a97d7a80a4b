import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';

export const answer: AnswerFrom = (claim) => ({
  says: 'Diffusion spectral entropy of a layer rises during training; its information about labels rises where networks generalise, not where they memorise.',
  found: {
    text: `On a synthetic task both rise, information far more where networks generalise. On digits entropy rises; a rise of information: ${claim('digits-dsmi-rises').verdict}.`,
    holds: given(claim, {
      'dse-rises-in-training': 'reproduced',
      'dsmi-rises-generalising': 'reproduced',
      'dsmi-generalisation-only': 'reproduced',
      'digits-dse-rises': 'reproduced',
    }),
    claims: [
      'dse-rises-in-training',
      'dsmi-rises-generalising',
      'dsmi-generalisation-only',
      'digits-dsmi-rises',
    ],
  },
  because: {
    text: 'Entropy rises since the layer’s vectors grow: rescaled to a constant size, it falls while a network learns.',
    holds: {
      ...given(claim, { 'dse-rises-at-unit-distance': 'not reproduced' }),
      'it falls when rescaled': claim('dse-rises-at-unit-distance').high! < 0,
    },
  },
});
