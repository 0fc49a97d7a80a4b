import { groups, max, mean, sort } from 'd3-array';
import {
  anyNumber,
  between,
  correlations,
  nonNegative,
  relativeTo,
} from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { overSeeds } from '../../src/lib/claims/measurement.js';
import { isAtLeast, isAtMost, liesAbove } from '../../src/lib/claims/predicate.js';
import { spearman } from '../../src/lib/statistics/spearman.js';
import { decimals } from '../../src/lib/text/number.js';
import { fastFall } from '../../src/papers/lossy-compression-ib/fast-fall.js';
import { type layerNames, type PlaneRow, tables } from '../../src/papers/lossy-compression-ib/tables.js';

const claim = claimsOn(tables);

/** By how much what the last layer knows of the label has to grow more than what the first does, and the trend of it. */
const fitting = { gain: 0.7, trend: 0.5 };

/** How far the last layer has to fall while the loss falls fast, and to rise afterwards, nats. */
const phases = { dip: 0.2, rise: 0.3 };

/** What an estimate may exceed its ceiling by, nats. */
const slack = 0.1;

const list = (values: readonly (number | null)[]) =>
  `by seed ${values.map((value) => (value === null ? 'none' : decimals(value, 2))).join(', ')}`;

interface Point {
  readonly step: number;
  readonly loss: number;
  /** What the layer knows of the image or of the label, nats. */
  readonly information: number;
}

/**
 * The path of a layer in each seed of the paper's own setting: its noise, and the image squeezed by the autoencoder.
 * `null` where an estimate is missing: what is left of a path would say nothing of its course.
 */
function paths(
  plane: readonly PlaneRow[],
  layer: (typeof layerNames)[number],
  column: 'i_xl' | 'i_ly',
): (Point[] | null)[] {
  const rows = plane.filter(({ sigma, compression }) => sigma === 1e-3 && compression === 'autoencoder');
  return groups(
    sort(rows, ({ seed }) => seed),
    ({ seed }) => seed,
  ).map(([, network]) => {
    const own = network.filter((row) => row.layer === layer);
    const points = own.flatMap(({ step, loss_eval: loss, [column]: information }) =>
      information === null ? [] : [{ step, loss, information }],
    );
    return points.length === 0 || points.length < own.length ? null : sort(points, ({ step }) => step);
  });
}

/** A value of each path; `null` of those that are incomplete. */
const ofEach = <V>(found: readonly (Point[] | null)[], value: (path: readonly Point[]) => V) =>
  found.map((path) => (path === null ? null : value(path)));

const gainOf = (path: readonly Point[]) => path[path.length - 1].information - path[0].information;
const endOf = (path: readonly Point[]) => path[path.length - 1].information;

/** The differences between two values of each seed. */
const minus = (a: readonly (number | null)[], b: readonly (number | null)[]) =>
  a.map((value, seed) => {
    const other = b[seed] ?? null;
    return value === null || other === null ? null : value - other;
  });

/**
 * What the information about the image does while the loss falls fast, and after. The stretches are those of the loss
 * alone, and means over each are compared: a difference of extremes would be positive by noise.
 */
function courseOf(path: readonly Point[]) {
  const { from, to } = fastFall(path);
  const average = (chosen: (step: number) => boolean) =>
    mean(
      path.filter(({ step }) => chosen(step)),
      ({ information }) => information,
    );
  const [before, within, after] = [
    average((step) => step === from),
    average((step) => step > from && step < to),
    average((step) => step >= to),
  ];
  return {
    dip: before === undefined || within === undefined ? null : before - within,
    rise: after === undefined || within === undefined ? null : after - within,
  };
}

export const networkClaims = [
  claim({
    id: 'several-phases',
    statement:
      'In a small convolutional classifier of digits, training is not one fit and one compression: the last layer compresses while the loss falls fast, and fits again afterwards.',
    origin: 'abstract',
    source: {
      grade: 'second-hand',
      place: 'abstract, sentence 11 (new features of the dynamics); which, by summaries of Figures 5 and 6',
    },
    reported:
      'several stretches of fitting and of compression; the first compression with the fall of the loss',
    figure: 'time',
    tables: ['plane'],
    measure({ plane }) {
      const courses = ofEach(paths(plane, 'L5', 'i_xl'), courseOf);
      const [dips, rises] = (['dip', 'rise'] as const).map((part) =>
        courses.map((course) => course?.[part] ?? null),
      );
      return [
        {
          label: 'dip while the loss falls',
          measurement: overSeeds(dips, 'nats of I(X; L5)', list(dips)),
          asks: isAtLeast(phases.dip),
        },
        {
          label: 'rise afterwards',
          measurement: overSeeds(rises, 'nats of I(X; L5)', list(rises)),
          asks: isAtLeast(phases.rise),
        },
      ];
    },
    criterion: `over seeds, 95 % intervals: between the first checkpoints at 0.95 and at 0.3 of the initial loss, I(X; L5) lies on average ${phases.dip} nat or more below what it was at the first of them; from the second on, ${phases.rise} nat or more above that average`,
    asks: isAtLeast(phases.dip),
    // Differences of estimates that nothing bounds.
    attainable: () => anyNumber,
    pilot: true,
    chance: { table: 'plane', column: 'i_xl', within: ['seed', 'sigma', 'compression', 'layer'] },
  }),
  claim({
    id: 'label-information-grows',
    statement:
      'What the last layer knows of the label grows in training, and by more than what the first knows.',
    origin: 'body',
    source: { grade: 'memory', place: 'Figure 5' },
    reported: 'layers fit',
    figure: 'planes',
    tables: ['plane'],
    measure({ plane }) {
      const [last, first] = [paths(plane, 'L5', 'i_ly'), paths(plane, 'L1', 'i_ly')];
      const [gains, others] = [ofEach(last, gainOf), ofEach(first, gainOf)];
      const trends = ofEach(last, (path) =>
        spearman(
          path.map(({ step }) => step),
          path.map(({ information }) => information),
        ),
      );
      return [
        {
          label: 'gain over that of L1',
          measurement: overSeeds(
            minus(gains, others),
            'nats from first to last checkpoint',
            `L5 ${list(gains)}; L1 ${list(others)}`,
          ),
          asks: isAtLeast(fitting.gain),
        },
        {
          label: 'trend',
          measurement: overSeeds(trends, 'rank correlation with the step', list(trends)),
          asks: liesAbove(0, { effect: fitting.trend }),
        },
      ];
    },
    criterion: `over seeds, 95 % intervals: I(L5; Y) grows by at least ${fitting.gain} nat more than I(L1; Y) does, and its rank correlation with the step lies above 0; less than ${fitting.trend} is too little to mean anything`,
    asks: isAtLeast(fitting.gain),
    attainable({ plane }, { unit }) {
      if (unit.startsWith('rank correlation')) return correlations;
      const [start, others] = [
        ofEach(paths(plane, 'L5', 'i_ly'), (path) => path[0].information),
        ofEach(paths(plane, 'L1', 'i_ly'), gainOf),
      ];
      return relativeTo(between(0, Math.log(10)), (mean(start) ?? NaN) + (mean(others) ?? NaN));
    },
    pilot: true,
    chance: { table: 'plane', column: 'i_ly', within: ['seed', 'sigma', 'compression', 'layer'] },
  }),
  claim({
    id: 'label-information-bounded',
    statement: 'No estimate of what the last layer knows of the label exceeds the label’s entropy.',
    origin: 'ours',
    source: { grade: 'text', place: 'a check of the estimates against a law' },
    reported: 'not discussed',
    figure: 'planes',
    tables: ['plane'],
    measure({ plane }) {
      const most = ofEach(paths(plane, 'L5', 'i_ly'), (path) => max(path, ({ information }) => information)!);
      return overSeeds(most, 'nats, the largest of all checkpoints', list(most));
    },
    criterion: `over seeds, the 95 % interval of the largest estimate lies at log 10 + ${slack} nats or less`,
    asks: isAtMost(Math.log(10) + slack),
    attainable: () => nonNegative,
    pilot: true,
  }),
  claim({
    id: 'estimates-obey-data-processing',
    statement:
      'After training, the last layer is not estimated to know more of the label than the first, which it is computed from.',
    origin: 'ours',
    source: {
      grade: 'text',
      place: 'a check of the estimates against a law: the data-processing inequality',
    },
    reported: 'a public review of the paper notes that L5 exceeds L2',
    figure: 'planes',
    tables: ['plane'],
    measure({ plane }) {
      const [last, first] = [
        ofEach(paths(plane, 'L5', 'i_ly'), endOf),
        ofEach(paths(plane, 'L1', 'i_ly'), endOf),
      ];
      return overSeeds(
        minus(last, first),
        'nats, I(L5; Y) − I(L1; Y)',
        `L5 ${list(last)}; L1 ${list(first)}`,
      );
    },
    criterion: `over seeds, the 95 % interval of the difference at the last checkpoint lies at ${slack} nat or less`,
    asks: isAtMost(slack),
    attainable: ({ plane }) => relativeTo(nonNegative, mean(ofEach(paths(plane, 'L1', 'i_ly'), endOf))),
    // No chance to be taken out: were the layers alike, the law would hold, and rightly be found to.
    pilot: true,
  }),
];
