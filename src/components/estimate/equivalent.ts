import type { Analysis } from '../../lib/estimation/question.js';
import type { Variable, VariableKind } from '../../lib/estimation/variable.js';
import { millerMadowEntropy } from '../../lib/information/count-entropies.js';
import { decimals, percent } from '../../lib/text/number.js';

const isNumbers = (kind: VariableKind) => kind === 'continuous' || kind === 'tied';

/**
 * How much an information is, in what more readers know: of labels, the share of all that there is to be known of them; of
 * numbers, the correlation of normals that tell as much of each other. Nothing where it is about none.
 */
export function equivalent(x: Variable, y: Variable, { best, test }: Analysis): string | undefined {
  const { nats } = best;
  if (nats <= 0 || (test && test.pValue > 0.05) || x.kind === 'constant' || y.kind === 'constant')
    return undefined;
  if (y.kind === 'labels') {
    const share = Math.min(1, nats / millerMadowEntropy(y.labels));
    return `That is ${percent(share)} of what there is to know about ${y.name}.`;
  }
  if (isNumbers(x.kind) && isNumbers(y.kind)) {
    const correlation = Math.sqrt(1 - Math.exp(-2 * nats));
    return `Two normal variables with a correlation of ${decimals(correlation, 2)} tell as much about each other.`;
  }
  return undefined;
}
