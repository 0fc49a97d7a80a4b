import type { Coverage } from '../../lib/claims/coverage.js';

/** The abstract of version 3. */
export const coverage: Coverage = [
  {
    sentence: 1,
    says: 'The condition number of a weight tensor and the information that its unit encodes are related by information theory.',
    reason: 'It says what the paper is about; the sentences that follow make the claims.',
  },
  {
    sentence: 2,
    says: 'A high condition number may indicate that a unit has learnt to amplify some directions and to compress the others.',
    claims: ['training-raises-kappa'],
  },
  {
    sentence: 2,
    says: 'It is not sufficient for knowledge.',
    claims: ['high-kappa-not-sufficient'],
  },
  {
    sentence: 3,
    says: 'For linear units with normal inputs, condition number and log-volume are linked to the entropy of the output.',
    claims: ['isotropy-maximises-entropy', 'kappa-scale-invariant'],
  },
  {
    sentence: 4,
    says: 'At a fixed norm of the weights, concentrated singular values, that is a high condition number, mean that less is passed on.',
    claims: ['isotropy-maximises-entropy', 'kappa-not-a-total-order'],
  },
  {
    sentence: 5,
    says: 'The entropy of the linear stage limits what a contractive element-wise activation leaves.',
    claims: ['nonlinearity-bound'],
  },
  {
    sentence: 5,
    says: 'The condition number is a scale-invariant proxy for what a unit can encode.',
    claims: ['kappa-scale-invariant', 'kappa-not-a-total-order'],
  },
  {
    sentence: 6,
    says: 'The principles guide which tensors of large language models are tuned, for a new task and for a new modality.',
    reason: 'It says what was done; what came of it is the next sentence.',
  },
  {
    sentence: 7,
    says: 'The method, KappaTune, effectively mitigates catastrophic forgetting.',
    claims: ['less-than-full-tuning', 'language-models', 'new-modality'],
  },
  {
    sentence: 8,
    says: 'It needs no statistics of the pre-training data, as many other methods do.',
    reason: 'A property of the method, which reads weights alone; there is nothing to measure.',
  },
];
