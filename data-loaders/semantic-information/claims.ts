import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import { tables } from '../../src/papers/semantic-information/tables.js';
import { classificationClaims } from './claims-classification.js';
import { mixtureClaims } from './claims-mixtures.js';
import { theoryClaims } from './claims-theory.js';

const claim = claimsOn(tables);

/** All claims of the paper, in the order of its sections. */
export const claims = [
  ...theoryClaims,
  ...classificationClaims,
  ...mixtureClaims,
  claim({
    id: 'further-applications',
    statement:
      'The theory also serves multilabel learning, constraint control, confirmation, portfolios and the value of information.',
    kind: 'qualitative',
    reported: { value: 'sections on each', where: 'abstract' },
    untested:
      'the article works these out on paper and reports no experiment that could be repeated; of confirmation, the formula alone is tested',
  }),
];
