import type { Coverage } from '../../lib/claims/coverage.js';

/** The abstract of the paper, sentence by sentence. */
export const coverage: Coverage = [
  {
    sentence: 1,
    says: 'Does semantic communication need a theory of its own, or a generalisation of Shannon’s?',
    reason: 'asks the question',
  },
  {
    sentence: 2,
    says: 'The paper advocates a generalisation, G theory.',
    reason: 'says what the paper is about',
  },
  {
    sentence: 3,
    says: 'A constraint on meaning, by truth functions, takes the place of the constraint on distortion.',
    claims: ['rg-lower-bound', 'rg-slope-and-kl'],
  },
  {
    sentence: 4,
    says: 'Truth functions express semantic distortion, information and its loss.',
    reason: 'defines the measures',
  },
  {
    sentence: 5,
    says: 'Maximum semantic information is equivalent to maximum likelihood.',
    claims: ['semantic-equals-ml'],
  },
  {
    sentence: 5,
    says: 'It is similar to regularised least squares.',
    claims: ['similar-to-least-squares'],
  },
  {
    sentence: 6,
    says: 'The theory applies to communication, learning, control, confirmation, portfolios and the value of information.',
    claims: ['further-applications'],
  },
  {
    sentence: 7,
    says: 'It improves classification for maximum mutual information.',
    claims: ['mmi-beats-map', 'mmi-monotone', 'mmi-fast'],
  },
  {
    sentence: 7,
    says: 'It improves mixture models.',
    claims: ['cm-em-imbalanced', 'cm-em-local-convergence'],
  },
  {
    sentence: 7,
    says: 'It improves multilabel learning and solving for latent variables.',
    claims: ['multilabel-and-latent'],
  },
  {
    sentence: 8,
    says: 'Informations and their efficiency are like free energies and theirs.',
    claims: ['statistical-physics'],
  },
  {
    sentence: 9,
    says: 'Maximum information efficiency refines the principle of least free energy.',
    claims: ['maximum-information-efficiency'],
  },
  {
    sentence: 10,
    says: 'G theory is compared with other theories, and limited with complex data.',
    reason: 'discusses, and names a limit of its own',
  },
];
