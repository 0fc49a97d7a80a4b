import {
  binsPerAxis,
  equalCountInformation,
  equalWidthInformation,
} from '../../../src/lib/information/binned-information.js';
import { gaoMixture } from '../../../src/lib/information/gao-mixture.js';
import { kernelInformation } from '../../../src/lib/information/kernel-information.js';
import { kraskov } from '../../../src/lib/information/kraskov.js';
import { mesnerShalizi } from '../../../src/lib/information/mesner-shalizi.js';
import { informationByEntropies } from '../../../src/lib/information/mutual-information-by-entropies.js';
import { weightedKozachenkoLeonenko } from '../../../src/lib/information/weighted-kozachenko-leonenko.js';

/** Every estimator of the information of two columns, as anybody calls it who knows no options. */
export const family: Readonly<Record<string, (x: Float64Array, y: Float64Array) => number>> = {
  kraskov: (x, y) => kraskov(pair(x, y)),
  'kraskov, algorithm 2': (x, y) => kraskov(pair(x, y), { algorithm: 2 }),
  mesnerShalizi: (x, y) => mesnerShalizi({ points: x, dimension: 1 }, { points: y, dimension: 1 }),
  gaoMixture: (x, y) => gaoMixture(pair(x, y)),
  'nearest neighbour': (x, y) =>
    informationByEntropies(pair(x, y), (points, d) => weightedKozachenkoLeonenko(points, d, { weights: [1] }))
      .value,
  'weighted neighbours': (x, y) =>
    informationByEntropies(pair(x, y), (points, d) => weightedKozachenkoLeonenko(points, d)).value,
  'kernel, likelihood': (x, y) => kernelInformation(pair(x, y), 'likelihood').value,
  'kernel, least squares': (x, y) => kernelInformation(pair(x, y), 'least-squares').value,
  'kernel of width 0.3': (x, y) => kernelInformation(pair(x, y), 0.3).value,
  'bins of equal width': (x, y) => equalWidthInformation(pair(x, y), binsPerAxis(x.length, 1)),
  'bins of equal counts': (x, y) => equalCountInformation(pair(x, y), binsPerAxis(x.length, 1)),
};

/** Estimators whose value is of other variables: of bins, or of values seen through a kernel of fixed width. */
export const coarse = new Set(['kernel of width 0.3', 'bins of equal width', 'bins of equal counts']);

const pair = (x: Float64Array, y: Float64Array) => ({ x, dimensionX: 1, y, dimensionY: 1 });

/** What an estimator answers, or undefined where it refuses; any other error is passed on. */
export function answer(estimate: () => number): number | undefined {
  try {
    return estimate();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
