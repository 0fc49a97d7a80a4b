import type { Coverage } from '../../lib/claims/coverage.js';

/** What the abstract claims, and where that is judged. */
export const coverage: Coverage = [
  {
    sentence: 2,
    says: 'The information bottleneck theory explains generalisation by compression.',
    reason: 'It reports a theory of others.',
  },
  {
    sentence: 3,
    says: 'Compression had been observed with saturating activations only.',
    reason: 'It reports findings of others, by other estimators.',
  },
  {
    sentence: 4,
    says: 'Networks without saturation did as well on their task, and did not compress.',
    reason: 'It reports findings of others, by other estimators.',
  },
  {
    sentence: 5,
    says: 'The new estimators adapt to the hidden activity, and are more sensitive, above all for unbounded functions.',
    claims: ['ebab-scale-free'],
  },
  {
    sentence: 7,
    says: 'Compression does not require saturation.',
    claims: ['compression-without-saturation', 'relu-compresses'],
  },
  {
    sentence: 7,
    says: 'Its amount varies between activations.',
    claims: ['amount-depends-on-activation', 'amount-differs-tanh-relu'],
  },
  {
    sentence: 8,
    says: 'It varies much between initialisations.',
    claims: ['initialisation-varies'],
  },
  {
    sentence: 9,
    says: 'L2 regularisation increases compression significantly.',
    claims: ['l2-increases-compression'],
  },
  {
    sentence: 9,
    says: 'It prevents overfitting.',
    claims: ['l2-prevents-overfitting-relu', 'l2-prevents-overfitting-tanh'],
  },
  {
    sentence: 10,
    says: 'Compression of the last layer goes with generalisation, and of no other layer.',
    claims: ['last-layer-correlates', 'last-layer-only-correlates'],
  },
];
