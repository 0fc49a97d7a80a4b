import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';
import { percent, significant } from '../../src/lib/text/number.js';

export const answer: AnswerFrom = (claim) => {
  const relu = claim('relu-compresses');
  const lead = claim('amount-differs-tanh-relu');
  return {
    says: 'Networks compress without activations that saturate, too, once the ruler adapts to each layer; how much depends on the activation.',
    found: {
      text: `${percent(relu.measured!)} of ReLU networks compress; “most do”: ${relu.verdict}. Last layers of tanh networks compress ${significant(lead.measured!, 2)} bits more.`,
      holds: given(claim, { 'amount-differs-tanh-relu': 'reproduced' }),
      claims: ['relu-compresses', 'amount-differs-tanh-relu'],
    },
    because: {
      text: 'Adaptive rulers do not see the scale of a layer’s activations, which grows without limit in ReLU networks; fixed bins and fixed noise do.',
      holds: given(claim, { 'ebab-scale-free': 'reproduced' }),
    },
  };
};
