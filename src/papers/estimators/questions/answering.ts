import { binsPerAxis, equalCountInformation } from '../../../lib/information/binned-information.js';
import {
  chaoShenEntropy,
  conditionalLabelInformation,
  grassbergerEntropy,
  type LabelEntropy,
  labelInformation,
  millerMadowEntropy,
} from '../../../lib/information/count-entropies.js';
import { frenzelPompe } from '../../../lib/information/frenzel-pompe.js';
import { gaoMixture } from '../../../lib/information/gao-mixture.js';
import { mesnerShalizi } from '../../../lib/information/mesner-shalizi.js';
import type { PairedPoints } from '../../../lib/information/paired-points.js';
import { pluginEntropy } from '../../../lib/information/plug-in.js';
import { ross } from '../../../lib/information/ross.js';
import { totalCorrelation } from '../../../lib/information/total-correlation.js';
import type { QuestionKind } from './law.js';
import type { Side, Sides } from './sides.js';

/** An estimator that answers questions of some kind. */
export interface Answering {
  readonly id: string;
  readonly label: string;
  /** @returns nats. @throws {RangeError} where it has no answer. */
  estimate(sides: Sides): number;
}

const mixed: Answering = {
  id: 'mesner-shalizi',
  label: 'Mesner–Shalizi',
  estimate: ([x, y, z]: readonly (Side | undefined)[]) => mesnerShalizi(x!.points, y!.points, z?.points),
};

const gao: Answering = { id: 'gao', label: 'Gao et al.', estimate: (sides) => gaoMixture(pairOf(sides)) };

const counts = [
  ofCounts('miller-madow', 'Miller–Madow', millerMadowEntropy),
  ofCounts('grassberger', 'Grassberger', grassbergerEntropy),
  ofCounts('chao-shen', 'Chao–Shen', chaoShenEntropy),
  ofCounts('plug-in', 'Plug-in', pluginEntropy),
];

/** Which estimators answer which questions, in the order of figures and tables: the one that is advised first. */
export const answering: Readonly<Record<QuestionKind, readonly Answering[]>> = {
  numbers: [mixed, gao],
  labels: counts,
  'label-numbers': [
    {
      id: 'ross',
      label: 'Ross',
      estimate: ([label, { points }]) => ross(points.points, points.dimension, label.labels!),
    },
    mixed,
    gao,
  ],
  mixtures: [
    mixed,
    gao,
    {
      id: 'equal-count',
      label: 'Bins, equal counts',
      estimate(sides) {
        const pair = pairOf(sides);
        return equalCountInformation(pair, binsPerAxis(pair.x.length / pair.dimensionX, pair.dimensionX));
      },
    },
  ],
  'given-numbers': [
    {
      id: 'frenzel-pompe',
      label: 'Frenzel–Pompe',
      estimate: ([x, y, z]) => frenzelPompe(x.points, y.points, z.points),
    },
    mixed,
  ],
  'given-labels': counts,
  'given-mixed': [mixed],
  total: [
    {
      id: 'total-correlation',
      label: 'Total correlation',
      estimate: (sides) => totalCorrelation(sides.map(({ points }) => points)),
    },
  ],
};

function ofCounts(id: string, label: string, entropy: LabelEntropy): Answering {
  return {
    id,
    label,
    estimate([x, y, z]: readonly (Side | undefined)[]) {
      const [a, b] = [x!.labels!, y!.labels!];
      return z ? conditionalLabelInformation(a, b, z.labels!, entropy) : labelInformation(a, b, entropy);
    },
  };
}

function pairOf([x, y]: Sides): PairedPoints {
  return {
    ...{ x: x.points.points, dimensionX: x.points.dimension },
    ...{ y: y.points.points, dimensionY: y.points.dimension },
  };
}
