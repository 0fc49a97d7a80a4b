import type { Coverage } from '../../lib/claims/coverage.js';

/** What the abstract claims, sentence by sentence. */
export const coverage: Coverage = [
  {
    sentence: 1,
    says: 'A framework of lossy compression under logarithmic loss, where the output has another law than the source.',
    reason: 'a definition',
  },
  {
    sentence: 2,
    says: 'It matters where compression and retrieval go together, or processing shifts the law.',
    reason: 'motivation',
  },
  {
    sentence: 3,
    says: 'It extends classical minimum entropy coupling by a bottleneck.',
    claims: ['extends-minimum-entropy-coupling'],
  },
  {
    sentence: 3,
    says: 'The bottleneck controls how random the coupling is.',
    claims: ['coupling-more-stochastic'],
  },
  {
    sentence: 4,
    says: 'The problem splits into one of the encoder and one of the decoder.',
    claims: ['mcb-decomposition'],
  },
  {
    sentence: 5,
    says: 'A greedy algorithm for the encoder has a guarantee.',
    claims: ['ebim-gap-bound'],
  },
  {
    sentence: 5,
    says: 'The best codes next to deterministic ones are characterised.',
    claims: ['thm3-local-optimality', 'near-functions-of-other-sources'],
  },
  {
    sentence: 6,
    says: 'The framework applies to Markov coding games with a limited rate.',
    claims: ['mcg-greedy-beats-uniform'],
  },
  {
    sentence: 7,
    says: 'In such a game an agent sends a compressed message by its actions.',
    reason: 'a definition',
  },
  {
    sentence: 8,
    says: 'Reward and accuracy are traded against each other, at several rates.',
    claims: ['mcg-tradeoff-accuracy', 'mcg-tradeoff-reward'],
  },
  {
    sentence: 8,
    says: 'The method does better than a conventional compression.',
    claims: ['mcg-greedy-beats-uniform'],
  },
];
