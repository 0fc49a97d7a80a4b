// What a notebook imports to estimate with, all in one place; the page Library is made of this list.

// A question about a table, and its answer
export { estimate } from './estimate.js';
export { allPairs, correlationOfAll } from './all-pairs.js';
export { analyse } from './analysis.js';
export { advise } from './advice.js';
export { methods } from './methods.js';
export { variableOf, together, observations } from './variable.js';

// Continuous variables
export { kraskov } from '../information/kraskov.js';
export { frenzelPompe } from '../information/frenzel-pompe.js';
export { totalCorrelation } from '../information/total-correlation.js';
export { transferVariables, ragwitzHistory } from '../information/transfer-entropy.js';
export { kernelInformation } from '../information/kernel-information.js';
export { weightedKozachenkoLeonenko } from '../information/weighted-kozachenko-leonenko.js';
export {
  informationByEntropies,
  labelInformationByEntropies,
} from '../information/mutual-information-by-entropies.js';

// Labels, mixtures and bins
export { ross } from '../information/ross.js';
export { mesnerShalizi } from '../information/mesner-shalizi.js';
export { gaoMixture } from '../information/gao-mixture.js';
export {
  binsPerAxis,
  equalCountInformation,
  equalWidthInformation,
} from '../information/binned-information.js';
export { labelsOf } from '../information/labels.js';
export { pluginEntropy } from '../information/plug-in.js';
export {
  chaoShenEntropy,
  conditionalLabelInformation,
  grassbergerEntropy,
  labelInformation,
  millerMadowEntropy,
} from '../information/count-entropies.js';

// How far to believe an estimate
export { subsampleInterval } from '../information/subsample-interval.js';
export { permutationTest } from '../statistics/permutation-test.js';
export { surrogateOrders } from '../statistics/surrogates.js';
export { localPermutation } from '../statistics/local-permutation.js';
export { holm } from '../statistics/holm.js';
export { random } from '../statistics/random.js';
export { bits } from '../information/bits.js';
