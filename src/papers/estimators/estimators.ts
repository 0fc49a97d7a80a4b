import {
  binsPerAxis,
  equalCountInformation,
  equalWidthInformation,
} from '../../lib/information/binned-information.js';
import { kernelInformation } from '../../lib/information/kernel-information.js';
import { kraskov } from '../../lib/information/kraskov.js';
import { informationByEntropies } from '../../lib/information/mutual-information-by-entropies.js';
import type { PairedPoints } from '../../lib/information/paired-points.js';
import { quadraticMutualInformationBlocked } from '../../lib/information/quadratic-mutual-information-blocked.js';
import { weightedKozachenkoLeonenko } from '../../lib/information/weighted-kozachenko-leonenko.js';

/** An estimator on the bench. */
export interface BenchEstimator {
  readonly id: string;
  readonly label: string;
  /** What it does, in a sentence. */
  readonly description: string;
  /** True where it estimates another quantity, with which the truth must not be compared. */
  readonly other?: boolean;
  /** @returns nats. @throws {RangeError} where it has no answer. */
  estimate(pair: PairedPoints): number;
}

/** The bench shows what formulas do: nothing is refused that has a number. */
const unchecked = { checked: false } as const;

/** All of them, in the order of every figure and table: append yours. */
export const estimators: readonly BenchEstimator[] = [
  {
    id: 'ksg-1',
    label: 'KSG 1',
    description:
      'counts the neighbours in x and in y within a cube around each point that holds its 3 nearest',
    estimate: (pair) => kraskov(pair, unchecked),
  },
  {
    id: 'ksg-2',
    label: 'KSG 2',
    description: 'the same within a box, as wide in x and in y as those 3 are',
    estimate: (pair) => kraskov(pair, { algorithm: 2, ...unchecked }),
  },
  {
    id: 'kl',
    label: 'Nearest neighbour',
    description:
      'three entropies by the distance to the nearest neighbour (Kozachenko–Leonenko), after whitening',
    estimate: (pair) =>
      informationByEntropies(pair, (points, d) =>
        weightedKozachenkoLeonenko(points, d, { weights: [1], ...unchecked }),
      ).value,
  },
  {
    id: 'weighted-kl',
    label: 'Weighted neighbours',
    description:
      'the same by a weighted mean over 5 neighbours, whose weights cancel bias; alike up to 4 joint dimensions',
    estimate: (pair) =>
      informationByEntropies(pair, (points, d) => weightedKozachenkoLeonenko(points, d, unchecked)).value,
  },
  {
    id: 'kernel-likelihood',
    label: 'Kernel, likelihood',
    description:
      'three entropies by a kernel density, each point left out of its own; bandwidth by likelihood',
    estimate: (pair) => kernelInformation(pair, 'likelihood', unchecked).value,
  },
  {
    id: 'kernel-least-squares',
    label: 'Kernel, least squares',
    description: 'the same; bandwidth by the squared error of the density',
    estimate: (pair) => kernelInformation(pair, 'least-squares', unchecked).value,
  },
  {
    id: 'equal-width',
    label: 'Bins, equal width',
    description: 'relative frequencies in boxes, as many as five points to a box allow, at least two an axis',
    estimate: (pair) => equalWidthInformation(pair, binsOf(pair)),
  },
  {
    id: 'equal-count',
    label: 'Bins, equal counts',
    description: 'the same, each axis cut so that its bins hold equally many points',
    estimate: (pair) => equalCountInformation(pair, binsOf(pair)),
  },
  {
    id: 'cauchy-schwarz',
    label: 'Cauchy–Schwarz',
    description:
      'the Cauchy–Schwarz divergence of joint law and product: another quantity, zero where they agree',
    other: true,
    estimate: ({ x, dimensionX, y, dimensionY }) =>
      quadraticMutualInformationBlocked(
        { points: x, dimension: dimensionX, width: ruleOfThumb(x, dimensionX) },
        { points: y, dimension: dimensionY, width: ruleOfThumb(y, dimensionY) },
      ),
  },
];

/** Those of mutual information itself: the others are left out wherever an estimate is held against the truth. */
export const compared = estimators.filter(({ other }) => !other);

/** The estimator of a name. @throws {RangeError} where there is none. */
export function estimatorOf(id: string): BenchEstimator {
  const found = estimators.find((estimator) => estimator.id === id);
  if (!found)
    throw new RangeError(`no estimator "${id}": there are ${estimators.map(({ id }) => id).join(', ')}`);
  return found;
}

const binsOf = ({ x, dimensionX, dimensionY }: PairedPoints) =>
  binsPerAxis(x.length / dimensionX, (dimensionX + dimensionY) / 2);

/** Silverman's bandwidth for coordinates of unit variance: (4 / (d + 2) n)^{1/(d+4)}. */
function ruleOfThumb(points: Float64Array, d: number): number {
  return (4 / ((d + 2) * (points.length / d))) ** (1 / (d + 4));
}
