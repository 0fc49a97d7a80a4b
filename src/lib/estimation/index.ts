// What a notebook imports to estimate with, all in one place; the page Library is made of this list, with the question
// above each line as its index, in groups, each with its purpose.

// Ask a table: rows go in, and an answer in words comes out, with its interval and how often chance gives as much.
/** How much does one column tell about another, and may that be chance? */
export { estimate } from './estimate.js';
/** Which columns of a table depend on each other? */
export { allPairs, correlationOfAll } from './all-pairs.js';
/** How is an estimate watched while it is made, and stopped? */
export { analyse } from './analysis.js';
/** Which estimator suits these columns, and why? */
export { advise } from './advice.js';
/** Which estimators are there? */
export { methods } from './methods.js';
/** How does a column become what an estimator takes? */
export { variableOf, together, observations } from './variable.js';

// Numbers: estimators for columns of numbers, by the distances between neighbours or by a smooth density.
/** How much do numbers tell about each other? */
export { kraskov } from '../information/kraskov.js';
/** How much do they tell beyond a third variable? */
export { frenzelPompe } from '../information/frenzel-pompe.js';
/** How much do many columns tell about each other, all together? */
export { totalCorrelation } from '../information/total-correlation.js';
/** Does the past of one series tell about the next value of another? */
export { transferVariables, ragwitzHistory } from '../information/transfer-entropy.js';
/** What does a density of kernels say? */
export { kernelInformation } from '../information/kernel-information.js';
/** What is the entropy of points in several dimensions? */
export { weightedKozachenkoLeonenko } from '../information/weighted-kozachenko-leonenko.js';
/** What information follows from an entropy that I choose? */
export {
  informationByEntropies,
  labelInformationByEntropies,
} from '../information/mutual-information-by-entropies.js';

// Labels, mixtures and bins: estimators for labels, for columns that mix them with numbers, and for numbers in bins.
/** How much does a label tell about numbers? */
export { ross } from '../information/ross.js';
/** How much do columns tell whose values repeat, or of which one mixes labels and numbers? */
export { mesnerShalizi } from '../information/mesner-shalizi.js';
/** What does another estimator for mixtures say? */
export { gaoMixture } from '../information/gao-mixture.js';
/** What do bins say? */
export {
  binsPerAxis,
  equalCountInformation,
  equalWidthInformation,
} from '../information/binned-information.js';
/** How do values become labels? */
export { labelsOf } from '../information/labels.js';
/** What is the entropy of counts, taken as they are? */
export { pluginEntropy } from '../information/plug-in.js';
/** How much do labels tell about each other, and what is their entropy, with the bias of few rows taken away? */
export {
  chaoShenEntropy,
  conditionalLabelInformation,
  grassbergerEntropy,
  labelInformation,
  millerMadowEntropy,
} from '../information/count-entropies.js';

// How far to believe an estimate: intervals, tests by shuffling, and what many tests at once allow.
/** How much would an estimate scatter with other rows? */
export { subsampleInterval } from '../information/subsample-interval.js';
/** How often does so much come by chance? */
export { permutationTest } from '../statistics/permutation-test.js';
/** How are rows put into an order in which nothing depends, shuffled or as a series? */
export { surrogateOrders } from '../statistics/surrogates.js';
/** And where a third variable is given? */
export { localPermutation } from '../statistics/local-permutation.js';
/** Which of many p values still count? */
export { holm } from '../statistics/holm.js';
/** Where do random numbers come from that a seed repeats? */
export { random } from '../statistics/random.js';
/** How many bits are so many nats? */
export { bits } from '../information/bits.js';
