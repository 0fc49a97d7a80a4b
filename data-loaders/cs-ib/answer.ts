import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';
import { countInWords, significant } from '../../src/lib/text/number.js';

export const answer: AnswerFrom = (claim) => {
  const term = claim('prediction-term-nonnegative');
  const error = claim('regression-rmse');
  const farther = 10 ** claim('prediction-term-finds-targets').measured!;
  return {
    says: 'A bottleneck that measures prediction and compression by the Cauchy–Schwarz divergence errs less on six data sets and is more robust.',
    found: {
      text: `Its prediction term, as printed, is no divergence: ${term.measured} ${term.unit}, in an example of four points and on ten batches of data. Whether errors are lower and predictions more robust stays open with ${countInWords(error.repetitions)} seeds.`,
      holds: {
        ...given(claim, {
          'prediction-term-nonnegative': 'not reproduced',
          'regression-rmse': 'inconclusive',
          'robust-prediction-term': 'inconclusive',
        }),
        'one example and ten batches': term.unit!.startsWith('of 11 '),
      },
      claims: ['prediction-term-nonnegative', 'regression-rmse', 'robust-prediction-term'],
    },
    because: {
      text: `The term’s weights are not symmetric, so nothing keeps it above zero: minimised, it drove predictions ${significant(farther, 2)} times as far from their targets.`,
      holds: given(claim, { 'prediction-term-finds-targets': 'not reproduced' }),
    },
  };
};
