import type { Coverage } from '../../lib/claims/coverage.js';

/** The abstract of the paper, sentence by sentence. */
export const coverage: Coverage = [
  {
    sentence: 1,
    says: 'Strategies are to be evaluated from incomplete information, which matters for ranking and training.',
    reason: 'says what the paper is about',
  },
  {
    sentence: 2,
    says: 'So far Elo ratings were used, lately also Nash equilibria.',
    reason: 'tells what others do',
  },
  {
    sentence: 3,
    says: 'Elo cannot handle intransitive interactions.',
    claims: ['elo-intransitive'],
  },
  {
    sentence: 3,
    says: 'Other techniques are for zero-sum games of two players, or need a Nash equilibrium that cannot be computed.',
    reason: 'known facts about other methods, not a result of the paper',
  },
  {
    sentence: 4,
    says: 'α-Rank applies to general games and can be computed.',
    claims: ['alpha-rank-intransitive', 'many-players'],
  },
  {
    sentence: 5,
    says: 'Evaluations take outcomes to be free of noise, which they are not.',
    claims: ['payoffs-before-ranking', 'ranking-error-decays'],
  },
  {
    sentence: 6,
    says: 'The paper treats noisy general-sum games of many players.',
    claims: ['many-players'],
  },
  {
    sentence: 7,
    says: 'So many samples suffice to rank with confidence.',
    claims: ['static-bound'],
  },
  {
    sentence: 8,
    says: 'Adaptive algorithms rank accurately, and are guaranteed to be correct.',
    claims: ['adaptive-correct'],
  },
  {
    sentence: 8,
    says: 'The number of samples that they need is guaranteed.',
    claims: ['adaptive-bound', 'adaptive-cheaper'],
  },
  {
    sentence: 8,
    says: 'Uncertainty of outcomes is turned into uncertainty of rankings.',
    claims: ['interval-coverage', 'intervals-shrink'],
  },
  {
    sentence: 9,
    says: 'The approaches are evaluated on Bernoulli games, a soccer meta-game and Kuhn poker.',
    claims: ['adaptive-cheaper', 'soccer-decides', 'kuhn-poker'],
  },
];
