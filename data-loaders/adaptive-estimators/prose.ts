import { groups, range } from 'd3-array';
import { conditionsOf } from '../../src/lib/claims/claim-columns.js';
import { meanOf, proseOn, where } from '../../src/lib/claims/prose.js';
import type { Verdict } from '../../src/lib/claims/verdict.js';
import { random } from '../../src/lib/statistics/random.js';
import { listed } from '../../src/lib/text/list.js';
import { count, countInWords, decimals } from '../../src/lib/text/number.js';
import { sentence } from '../../src/lib/text/sentence.js';
import { bootstrapPearson } from '../../src/papers/adaptive-estimators/pearson.js';
import { tables } from '../../src/papers/adaptive-estimators/tables.js';
import { definition as initialisations } from './initialisations.js';
import { lastLayer, lastLayers, penalty, type RunRow, runsOf } from './measures.js';
import { quickTracking } from './nets.js';
import { definition as plane } from './plane.js';

const part = proseOn(tables);

const both = ['tanh', 'relu'] as const;

function networksOf(activation: (typeof both)[number]): string {
  return `${activation === 'relu' ? 'ReLU' : 'tanh'} networks`;
}

/** What is found where a claim is reproduced, where it is not, and what is open where it is inconclusive. */
const findings: readonly (readonly [id: string, reproduced: string, not: string, open: string])[] = [
  [
    'ebab-scale-free',
    'the adaptive rulers are blind to scale, as they are meant to be',
    'the adaptive rulers are not blind to scale',
    'whether the adaptive rulers are blind to scale',
  ],
  [
    'amount-differs-tanh-relu',
    'tanh networks compress more than ReLU ones',
    'tanh networks do not compress more than ReLU ones',
    'whether tanh networks compress more than ReLU ones',
  ],
  [
    'relu-compresses',
    'half or more of the ReLU networks compress',
    'most ReLU networks do not compress',
    'whether most ReLU networks compress',
  ],
  [
    'last-layer-correlates',
    'compression of the last layer goes with accuracy',
    'compression of the last layer does not go with accuracy',
    'whether compression of the last layer goes with accuracy',
  ],
  [
    'last-layer-only-correlates',
    'that of the layers before it goes with it less',
    'and so does that of layers before it',
    'whether it is the last layer only',
  ],
  [
    'l2-increases-compression',
    'L2 makes deep layers compress much more',
    'L2 does not make deep layers compress much more',
    'how much more networks compress with L2',
  ],
  ...both.map((activation) => {
    const networks = networksOf(activation);
    return [
      `l2-prevents-overfitting-${activation}`,
      `L2 keeps ${networks} from overfitting`,
      `L2 does not keep ${networks} from overfitting`,
      `whether L2 keeps ${networks} from overfitting`,
    ] as const;
  }),
];

/** What the claims say in sum: what they decide, then what they do not. */
function summary(verdictOf: (id: string) => Verdict): string {
  const decided: string[] = [];
  const open: string[] = [];
  for (const [id, reproduced, not, asked] of findings) {
    const verdict = verdictOf(id);
    if (verdict === 'reproduced') decided.push(reproduced);
    else if (verdict === 'not reproduced') decided.push(not);
    else open.push(asked);
  }
  const remarks = decided.length > 0 ? [decided.join('; ')] : [];
  if (open.length > 0) remarks.push(`our networks are too few to decide ${listed(open)}`);
  return remarks.map(sentence).join(' ');
}

/** For which networks L2 is shown to keep from overfitting. */
function penaltyHeading(verdictOf: (id: string) => Verdict): string {
  const kept = both.filter(
    (activation) => verdictOf(`l2-prevents-overfitting-${activation}`) === 'reproduced',
  );
  if (kept.length === 0) return 'L2 may not help every network';
  return `L2 keeps ${listed(kept.map(networksOf))} from overfitting`;
}

/** `layer 4`, `layers 3 and 4`, `none`. */
function layersInWords(layers: readonly number[]): string {
  if (layers.length === 0) return 'none of them';
  return `layer${layers.length > 1 ? 's' : ''} ${listed(layers.map(String))}`;
}

export const prose = [
  part([], (_, claim) => {
    const differences = conditionsOf(claim('last-layer-only-correlates'));
    const open = differences.filter(({ low, high }) => low! < 0 && high! > 0);
    return {
      'in-sum': summary((id) => claim(id).verdict),
      'last-layer-correlates': claim('last-layer-correlates').verdict === 'reproduced',
      'other-layers-open': claim('last-layer-only-correlates').verdict === 'inconclusive',
      differences: countInWords(differences.length),
      'open-differences': countInWords(open.length),
      'l2-heading': penaltyHeading((id) => claim(id).verdict),
      'l2-with-relu': claim('l2-prevents-overfitting-relu').verdict,
      'l2-with-tanh': claim('l2-prevents-overfitting-tanh').verdict,
    };
  }),
  part(['initialisations'], ({ initialisations }) => {
    const correlations = (activation: (typeof both)[number]) =>
      range(1, lastLayer + 1).map((layer) => {
        const networks = where(
          runsOf(initialisations, activation),
          (row) => row.alive && row.layer === layer,
        );
        // As the figure draws it.
        return bootstrapPearson(
          networks.map(({ drop }) => drop),
          networks.map(({ acc_test }) => acc_test),
          random(1, 'figure'),
        );
      });
    const [tanh, relu] = both.map(correlations);
    const others = (of: typeof tanh) =>
      layersInWords(range(1, lastLayer).filter((layer) => of[layer - 1].low! > 0));
    return {
      'seeds-of-each': countInWords(lastLayers(initialisations, 'tanh').length),
      'others-with-tanh': others(tanh),
      'others-with-relu': others(relu),
      'fourth-goes-more-strongly': tanh[3].value! > tanh[lastLayer - 1].value!,
    };
  }),
  part(['runs'], ({ runs }) => {
    const networks = (activation: (typeof both)[number], l2: number) =>
      where(lastLayers(runs, activation, l2), () => true);
    const change = (activation: (typeof both)[number], value: (row: RunRow) => number) =>
      [0, penalty].map((l2) => decimals(meanOf(networks(activation, l2), value), 3)).join(' to ');
    const gap = ({ acc_train, acc_test }: RunRow) => acc_train - acc_test;
    const test = ({ acc_test }: RunRow) => acc_test;
    return {
      'networks-with-l2': countInWords(networks('relu', penalty).length),
      'gap-relu': change('relu', gap),
      'gap-tanh': change('tanh', gap),
      'test-relu': change('relu', test),
      'test-tanh': change('tanh', test),
    };
  }),
  part([], () => {
    const { learningRate, checkpoints } = quickTracking;
    const full = plane.profiles.full!;
    return {
      activations: countInWords(groups(full.groups, ({ activation }) => activation).length),
      'most-seeds': count(Math.max(...initialisations.profiles.full!.groups.map(({ seeds }) => seeds))),
      edges: count(full.edges),
      rate: String(learningRate),
      'times-rate': countInWords(Math.round(learningRate / full.learningRate)),
      epochs: count(checkpoints.at(-1)!),
    };
  }),
];
