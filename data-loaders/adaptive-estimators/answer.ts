import { max } from 'd3-array';
import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';
import { conditionsOf } from '../../src/lib/claims/claim-columns.js';
import { count, percent, significant } from '../../src/lib/text/number.js';
import { definition as initialisations } from './initialisations.js';

export const answer: AnswerFrom = (claim) => {
  const relu = claim('relu-compresses');
  const lead = claim('amount-differs-tanh-relu');
  const [ofRelu, ofTanh] = (['relu', 'tanh'] as const).map((activation) =>
    conditionsOf(claim('initialisation-varies')).find(({ label }) => label === activation)!,
  );
  return {
    says: 'Networks without saturating activations compress their input, too, if information is measured adaptively; how much depends on activation and first weights.',
    found: {
      text: `Measured adaptively, ${count(relu.measured! * relu.repetitions)} of ${count(relu.repetitions)} ReLU networks compress: too few networks to say whether half of all would. The last layers of tanh networks lose ${significant(lead.measured!, 2)} bits more than those of ReLU networks.`,
      holds: given(claim, { 'amount-differs-tanh-relu': 'reproduced', 'relu-compresses': 'inconclusive' }),
      claims: ['relu-compresses', 'amount-differs-tanh-relu'],
    },
    differs: {
      reduced: `${count(max(initialisations.profiles.full!.checkpoints)!)} of the 8,000 epochs that the released code takes, at a higher rate`,
    },
    because: {
      text: `First weights decide: from seed to seed, the bits lost vary by ${percent(ofRelu.value!)} of their mean with ReLU, and by ${percent(ofTanh.value!)} with tanh.`,
      holds: { 'ReLU networks differ much by their seed': ofRelu.verdict === 'reproduced' },
    },
  };
};
