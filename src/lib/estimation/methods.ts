import { binsPerAxis, equalCountInformation } from '../information/binned-information.js';
import {
  chaoShenEntropy,
  conditionalLabelInformation,
  grassbergerEntropy,
  type LabelEntropy,
  labelInformation,
  millerMadowEntropy,
} from '../information/count-entropies.js';
import { frenzelPompe } from '../information/frenzel-pompe.js';
import { gaoMixture } from '../information/gao-mixture.js';
import { type HeldOutBound, heldOutBound } from '../information/held-out-bound.js';
import { kernelInformation } from '../information/kernel-information.js';
import { kraskov } from '../information/kraskov.js';
import { mesnerShalizi } from '../information/mesner-shalizi.js';
import type { PairedPoints } from '../information/paired-points.js';
import { pluginEntropy } from '../information/plug-in.js';
import { ross } from '../information/ross.js';
import { criticInputs } from './critic-inputs.js';
import type { Variable } from './variable.js';

/** An estimator as somebody with a table calls it. */
export interface Method {
  readonly id: string;
  readonly label: string;
  /** Its name on the bench, where it was tried on known answers, if that is another one. */
  readonly bench?: string;
  /** Whether each estimate is the training of networks, so that there is no interval by parts of the rows. */
  readonly trained?: boolean;
  /**
   * Information of x and y, given z where there is one, in nats.
   *
   * @param seed of what draws random numbers, as training does; 1 where omitted
   * @throws {RangeError} where the variables are not what it is for: what was found, and what to use.
   */
  estimate(x: Variable, y: Variable, z?: Variable, seed?: number): number;
}

/** Points up to which the kernel's quadratic time is borne. */
const mostForKernel = 5000;

/** All of them; `advise` says which to believe. Those that are trained are for who asks for them. */
export const methods: readonly Method[] = [
  {
    id: 'kraskov',
    label: 'Kraskov, Stögbauer, Grassberger 1',
    bench: 'ksg-1',
    estimate: ofTwo('kraskov', (x, y) => kraskov(pair(x, y))),
  },
  {
    id: 'kraskov-2',
    label: 'Kraskov, Stögbauer, Grassberger 2',
    bench: 'ksg-2',
    estimate: ofTwo('kraskov-2', (x, y) => kraskov(pair(x, y), { algorithm: 2 })),
  },
  {
    id: 'ross',
    label: 'Ross, label and numbers',
    estimate: ofTwo('ross', (x, y) => {
      const [label, numbers] = x.kind === 'labels' ? [x, y] : [y, x];
      if (label.kind !== 'labels' || numbers.kind === 'labels')
        throw new RangeError('ross: one of the two must be labels and the other numbers: use mesner-shalizi');
      return ross(numbers.points.points, numbers.points.dimension, label.labels);
    }),
  },
  {
    id: 'mesner-shalizi',
    label: 'Mesner and Shalizi, mixtures',
    estimate: (x, y, z) => mesnerShalizi(x.points, y.points, z?.points),
  },
  {
    id: 'gao',
    label: 'Gao et al., mixtures',
    estimate: ofTwo('gao', (x, y) => gaoMixture(pair(x, y))),
  },
  {
    id: 'frenzel-pompe',
    label: 'Frenzel and Pompe, conditional',
    estimate(x, y, z) {
      if (z === undefined)
        throw new RangeError('frenzel-pompe: for information given a third variable: use kraskov');
      return frenzelPompe(x.points, y.points, z.points);
    },
  },
  {
    id: 'kernel',
    label: 'Kernel density, bandwidth by likelihood',
    bench: 'kernel-likelihood',
    estimate: ofTwo('kernel', (x, y) => {
      if (x.labels.codes.length > mostForKernel)
        throw new RangeError(
          `kernel: ${x.labels.codes.length} rows take too long; up to ${mostForKernel}: use kraskov`,
        );
      return kernelInformation(pair(x, y), 'likelihood').value;
    }),
  },
  {
    id: 'equal-count',
    label: 'Bins of equal counts',
    estimate: ofTwo('equal-count', (x, y) => {
      if (x.kind === 'labels' || y.kind === 'labels')
        throw new RangeError('equal-count: labels have no order: use ross or miller-madow');
      const of = pair(x, y);
      return equalCountInformation(
        of,
        binsPerAxis(x.labels.codes.length, (of.dimensionX + of.dimensionY) / 2),
      );
    }),
  },
  ofCritics('infonce', 'InfoNCE of a critic, on rows held out'),
  ofCritics('mine', 'MINE, on rows held out'),
  ofCounts('miller-madow', 'Miller and Madow, counts', millerMadowEntropy),
  ofCounts('grassberger', 'Grassberger, counts', grassbergerEntropy),
  ofCounts('chao-shen', 'Chao and Shen, counts', chaoShenEntropy),
  ofCounts('plug-in', 'Plug-in, counts', pluginEntropy),
];

function ofTwo(id: string, estimate: (x: Variable, y: Variable) => number): Method['estimate'] {
  return (x, y, z) => {
    if (z !== undefined)
      throw new RangeError(
        `${id}: not for information given a third variable: use frenzel-pompe or mesner-shalizi`,
      );
    return estimate(x, y);
  };
}

function ofCritics(id: HeldOutBound, label: string): Method {
  const of = (seed: number) => ofTwo(id, (x, y) => heldOutBound(id, criticInputs(x), criticInputs(y), seed));
  return { id, label, trained: true, estimate: (x, y, z, seed = 1) => of(seed)(x, y, z) };
}

function ofCounts(id: string, label: string, entropy: LabelEntropy): Method {
  return {
    id,
    label,
    estimate(x, y, z) {
      const other = [x, y, ...(z ? [z] : [])].find(({ kind }) => kind === 'continuous' || kind === 'tied');
      if (other)
        throw new RangeError(`${id}: "${other.name}" has too many values to count: use mesner-shalizi`);
      return z === undefined
        ? labelInformation(x.labels, y.labels, entropy)
        : conditionalLabelInformation(x.labels, y.labels, z.labels, entropy);
    },
  };
}

function pair(x: Variable, y: Variable): PairedPoints {
  return {
    x: x.points.points,
    dimensionX: x.points.dimension,
    y: y.points.points,
    dimensionY: y.points.dimension,
  };
}
