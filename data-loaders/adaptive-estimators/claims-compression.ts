import { deviation, groups, max, mean, sort } from 'd3-array';
import { between, caseOf, relativeTo } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { atLeast } from '../../src/lib/claims/gate.js';
import {
  bootstrapped,
  type BoundedMeasurement,
  type Condition,
  type IntervalMeasurement,
  overSeeds,
  shareOf,
} from '../../src/lib/claims/measurement.js';
import { isAtLeast, liesAbove } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { tables } from '../../src/papers/adaptive-estimators/tables.js';
import { bitsOfInput, lastLayer, lastLayers, least, paired, type RunRow, spread } from './measures.js';

type PlaneRow = RowsOf<typeof tables>['plane'][number];
type Activation = RunRow['activation'];

const claim = claimsOn(tables);

/** Networks of an activation that a bootstrap needs. */
const fewest = 20;

/** The courses of I(X;T) of the last layers of an activation's networks without a penalty, by seed. */
function courses(plane: readonly PlaneRow[], activation: Activation): Map<number, number[]> {
  const own = plane.filter(
    (row) =>
      row.activation === activation &&
      row.l2 === 0 &&
      row.split === 'random' &&
      row.layer === lastLayer &&
      row.estimator === 'ebab',
  );
  return new Map(
    groups(own, ({ seed }) => seed).map(([seed, rows]) => [
      seed,
      sort(rows, ({ epoch }) => epoch).map(({ i_xt }) => i_xt),
    ]),
  );
}

/**
 * Whether a course falls by half a bit or more, and by more than its readings would in random order: their drop is then
 * the highest less the mean.
 */
function compresses(course: readonly number[]): boolean {
  const last = course[course.length - 1];
  return max(course)! - last >= least && last < mean(course)!;
}

/** The share of an activation's networks that compress. */
function compressing(
  { plane, runs }: Pick<RowsOf<typeof tables>, 'plane' | 'runs'>,
  activation: Activation,
): Condition<BoundedMeasurement> {
  const own = courses(plane, activation);
  const networks = lastLayers(runs, activation);
  const outcomes = networks.map(({ seed, alive }) => {
    const course = own.get(seed);
    return course ? alive && compresses(course) : null;
  });
  const drops = networks.map(({ drop }) => drop);
  return {
    label: activation,
    measurement: shareOf(
      outcomes,
      `of the networks lose ${least} bit or more in the last layer`,
      `${outcomes.filter(Boolean).length} of ${outcomes.length} networks (drop ${spread(drops)} bits)`,
    ),
  };
}

/** How much more one activation's last layers lose than another's. */
function more(
  rows: readonly RunRow[],
  activation: Activation,
  than: Activation,
): Condition<IntervalMeasurement> {
  const [one, other] = [activation, than].map((name) => lastLayers(rows, name));
  const told = [one, other].map((networks) => spread(networks.map(({ drop }) => drop)));
  return {
    label: `${activation} and ${than}`,
    measurement: overSeeds(
      paired(one, other, (a, b) => a.drop - b.drop),
      'bits more lost in the last layer',
      `${activation} ${told[0]}, ${than} ${told[1]} bits`,
    ),
  };
}

/** Bits that last layers could lose more than those of an activation. */
const moreThan = (rows: readonly RunRow[], than: Activation) =>
  relativeTo(
    bitsOfInput,
    mean(lastLayers(rows, than), ({ drop }) => drop),
  );

/** How far apart the drops of an activation's networks are, of those that are alive. */
function variation(rows: readonly RunRow[], activation: Activation): Condition<IntervalMeasurement> {
  const networks = lastLayers(rows, activation);
  const drops = networks.filter(({ alive }) => alive).map(({ drop }) => drop);
  return {
    label: activation,
    measurement: bootstrapped(
      drops,
      (some) => deviation(some)! / mean(some)!,
      'standard deviation of the drop over networks, as a share of its mean',
      `drop ${spread(drops)} bits over ${drops.length} of ${networks.length} networks, those that are alive`,
    ),
  };
}

const both = ['relu', 'tanh'] as const;
const others = ['relu', 'softplus', 'swish'] as const;

export const compressionClaims = [
  claim({
    id: 'compression-without-saturation',
    statement:
      'Small networks whose activation does not saturate compress, too: half or more of those with ReLU, and of those with swish.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 7' },
    reported: 'saturation is not required for compression',
    figure: 'drops',
    tables: ['plane', 'runs'],
    measure: (rows) => (['relu', 'swish'] as const).map((activation) => compressing(rows, activation)),
    criterion: `the last hidden layer’s I(X;T) falls by ${least} bit or more (EBAB), and by more than the same readings do in random order, in at least half of the ReLU networks and of the swish networks; dead networks count as others that do not`,
    asks: isAtLeast(0.5),
    pilot: true,
    chance: {
      table: 'plane',
      column: 'epoch',
      within: ['activation', 'l2', 'split', 'seed', 'layer', 'estimator'],
    },
  }),
  claim({
    id: 'relu-compresses',
    statement: 'Half or more of many small ReLU networks that differ by their seed alone compress.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 7' },
    reported: 'saturation is not required for compression',
    figure: 'generalisation',
    tables: ['initialisations'],
    measure({ initialisations }) {
      const networks = lastLayers(initialisations, 'relu');
      const outcomes = networks.map(({ alive, drop }) => alive && drop >= least);
      return shareOf(
        outcomes,
        `of the networks lose ${least} bit or more in the last layer`,
        `${outcomes.filter(Boolean).length} of ${outcomes.length} networks (drop ${spread(networks.map(({ drop }) => drop))} bits)`,
      );
    },
    criterion: `the last hidden layer’s I(X;T) falls by ${least} bit or more (EBAB) in at least half of the ReLU networks; dead networks count as others that do not`,
    asks: isAtLeast(0.5),
    pilot: true,
  }),
  claim({
    id: 'amount-depends-on-activation',
    statement:
      'How much the last layer of a small network compresses depends on the activation: more with tanh than with softplus.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 7' },
    reported: 'the amount varies between activations',
    figure: 'drops',
    tables: ['runs'],
    measure: ({ runs }) => more(runs, 'tanh', 'softplus').measurement,
    criterion: 'over pairs of one seed, tanh loses at least 0.5 bit more than softplus',
    asks: isAtLeast(0.5),
    attainable: ({ runs }) => moreThan(runs, 'softplus'),
    pilot: true,
    chance: { table: 'runs', column: 'activation', within: ['l2', 'split', 'seed'] },
  }),
  claim({
    id: 'amount-differs-tanh-relu',
    statement: 'Over many small networks, the last layer compresses more with tanh than with ReLU.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 7' },
    reported: 'the amount varies between activations',
    figure: 'generalisation',
    tables: ['initialisations'],
    measure: ({ initialisations }) => more(initialisations, 'tanh', 'relu').measurement,
    criterion: 'over pairs of one seed, tanh loses at least 0.5 bit more than ReLU',
    asks: isAtLeast(0.5),
    attainable: ({ initialisations }) => moreThan(initialisations, 'relu'),
    pilot: true,
    chance: { table: 'initialisations', column: 'activation', within: ['l2', 'split', 'seed'] },
  }),
  claim({
    id: 'tanh-compresses-most',
    statement:
      'Of tanh, ReLU, softplus and swish, the last layer of a small network compresses most with tanh.',
    origin: 'body',
    source: { grade: 'memory', place: 'results on activations' },
    reported: 'tanh leads',
    figure: 'drops',
    tables: ['runs'],
    measure: ({ runs }) => (['relu', 'softplus', 'swish'] as const).map((other) => more(runs, 'tanh', other)),
    criterion:
      'over pairs of one seed, tanh loses more than each of the others; 0.5 bit is the smallest effect of interest',
    asks: liesAbove(0, { effect: 0.5 }),
    attainable: ({ runs }, { label }) =>
      moreThan(
        runs,
        caseOf(label, others, (other) => `tanh and ${other}`),
      ),
    pilot: true,
    chance: { table: 'runs', column: 'activation', within: ['l2', 'split', 'seed'] },
  }),
  claim({
    id: 'initialisation-varies',
    statement:
      'Small networks that differ by their seed alone compress very differently, with ReLU and with tanh.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 8' },
    reported: 'a large amount of variation between initialisations',
    figure: 'generalisation',
    tables: ['initialisations'],
    measure: ({ initialisations }) => both.map((activation) => variation(initialisations, activation)),
    criterion:
      'last hidden layer, networks that are alive, ReLU and tanh: the standard deviation of the drop over seeds is at least 0.4 of its mean',
    asks: isAtLeast(0.4),
    // One network of many that alone loses anything has the largest deviation.
    attainable: ({ initialisations }) => between(0, Math.sqrt(lastLayers(initialisations, 'relu').length)),
    gates: ({ initialisations }) =>
      both.map((activation) =>
        atLeast(
          `the number of ${activation} networks that are alive`,
          lastLayers(initialisations, activation).filter(({ alive }) => alive).length,
          fewest,
        ),
      ),
    pilot: true,
  }),
];
