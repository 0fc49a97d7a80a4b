import { median } from 'd3-array';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { type BoundedMeasurement, shareOf } from '../../src/lib/claims/measurement.js';
import { liesAbove } from '../../src/lib/claims/predicate.js';
import { decimals, percent } from '../../src/lib/text/number.js';
import { gridEffects } from '../../src/papers/gain-control/grid-effects.js';
import { type NetworkRow, tables } from '../../src/papers/gain-control/tables.js';

/** An effect of adaptation, and how large it must be to be one. */
interface SizedEffect {
  readonly label: string;
  /** In words, as asked of a network. */
  readonly asks: string;
  shows(row: NetworkRow): boolean;
  /** Its size in a network, as a reader is told it. */
  readonly size: {
    readonly name: string;
    of(row: NetworkRow): number;
    text(value: number): string;
  };
}

const lowerGain: SizedEffect = {
  label: 'Gain at the adapter',
  asks: 'the least gain is at the adapter, 5 % or more below that before',
  shows: ({ g0, g_adapter, least_gain }) => g_adapter === least_gain && g_adapter <= 0.95 * g0,
  size: { name: 'gain at the adapter over that before', of: (row) => row.g_adapter / row.g0, text: times },
};

const higherGain: SizedEffect = {
  label: 'Gain far from it',
  asks: 'the gain orthogonal to the adapter is above that before',
  shows: ({ g0, g_ortho }) => g_ortho > g0,
  size: { name: 'gain orthogonal to it over that before', of: (row) => row.g_ortho / row.g0, text: times },
};

const lowerMaxima: SizedEffect = {
  label: 'Maxima at the adapter',
  asks: 'the largest response of the neuron at the adapter falls by 5 % or more',
  shows: ({ max_ratio_adapter }) => max_ratio_adapter <= 0.95,
  size: {
    name: 'largest response over control',
    of: (row) => row.max_ratio_adapter,
    text: times,
  },
};

const lowerMinima: SizedEffect = {
  label: 'Minima at the adapter',
  asks: 'the least response of the neuron at the adapter falls by 0.01 or more',
  shows: ({ min_change_adapter }) => min_change_adapter <= -0.01,
  size: {
    name: 'change of the least response',
    of: (row) => row.min_change_adapter,
    text: (value) => decimals(value, 3),
  },
};

const higherMaxima: SizedEffect = {
  label: 'Maxima far from it',
  asks: 'the largest response of the neuron orthogonal to the adapter rises by 2 % or more',
  shows: ({ max_ratio_ortho }) => max_ratio_ortho >= 1.02,
  size: { name: 'largest response over control', of: (row) => row.max_ratio_ortho, text: times },
};

const repulsion: SizedEffect = {
  label: 'Repulsion',
  asks: 'flanking neurons move away from the adapter by 0.2° or more on average',
  shows: (row) => row.repulsion >= 0.2,
  size: { name: 'mean shift', of: (row) => row.repulsion, text: (value) => `${decimals(value, 2)}°` },
};

const evenerMeans: SizedEffect = {
  label: 'Evener means',
  asks: 'the coefficient of variation of mean responses over neurons falls below 0.75 of that with gains as before',
  shows: ({ variation_adaptive, variation_frozen }) => variation_adaptive < 0.75 * variation_frozen,
  size: {
    name: 'variation over that with gains as before',
    of: (row) => row.variation_adaptive / row.variation_frozen,
    text: times,
  },
};

const decorrelation: SizedEffect = {
  label: 'Decorrelation',
  asks: 'the mean absolute correlation falls by 10 % or more of that with gains as before',
  shows: ({ correlation_adaptive, correlation_frozen }) => correlation_adaptive <= 0.9 * correlation_frozen,
  size: {
    name: 'correlation over that with gains as before',
    of: (row) => row.correlation_adaptive / row.correlation_frozen,
    text: times,
  },
};

/** What the abstract lists as observed. */
const listed = [lowerMaxima, lowerMinima, repulsion, decorrelation];

/** The same by sign alone. */
const signs = [
  gridEffects.lowerMaxima,
  gridEffects.lowerMinima,
  gridEffects.repulsion,
  gridEffects.lowerCorrelations,
];

const most = liesAbove(0.5);
const unit = 'share of random networks';

/** Criterion of effects, each of which most networks must show. */
const inMost = (...effects: readonly SizedEffect[]) =>
  `in more than half of the networks drawn at random, with the interval over networks: ${effects.map(({ asks }) => asks).join('; and in more than half: ')}`;

function shareThatShows(rows: readonly NetworkRow[], { shows, size }: SizedEffect): BoundedMeasurement {
  const typical = median(rows, size.of) ?? NaN;
  const showing = rows.filter(shows).length;
  return shareOf(
    rows.map(shows),
    unit,
    `${showing} of ${rows.length} networks; ${size.name}: ${size.text(typical)} in the median network`,
  );
}

/** A condition an effect. */
const each =
  (...effects: readonly SizedEffect[]) =>
  ({ networks }: { readonly networks: readonly NetworkRow[] }) =>
    effects.map((effect) => ({ label: effect.label, measurement: shareThatShows(networks, effect) }));

function times(value: number): string {
  return `× ${decimals(value, 3)}`;
}

const claim = claimsOn(tables);

/** Claims on what most networks show, of those drawn at random around the one that the page shows. */
export const networkClaims = [
  claim({
    id: 'all-effects-at-once',
    statement:
      'In most networks like ours, changes of gain alone bring about all effects that the abstract lists: changed maxima and minima, repulsion, and decorrelation.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 5' },
    reported: 'gain changes in a recurrent network suffice for the entire set of observed effects',
    figure: 'grid',
    tables: ['networks'],
    measure({ networks }) {
      const all = networks.map((row) => listed.every(({ shows }) => shows(row)));
      const bySign = networks.filter((row) => signs.every(({ shows }) => shows(row))).length;
      return shareOf(
        all,
        unit,
        `${all.filter(Boolean).length} of ${networks.length} networks show all four at the size asked for, ${bySign} (${percent(bySign / networks.length)}) by sign alone`,
      );
    },
    criterion: `in more than half of the networks drawn at random, with the interval over networks, all at once: ${listed.map(({ asks }) => asks).join('; ')}`,
    asks: most,
    pilot: true,
  }),
  claim({
    id: 'maxima-minima',
    statement: 'In most networks like ours, the largest and the least response fall at the adapter.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 5' },
    reported: 'response maxima and minima change (sentence 3), and gains suffice for it',
    figure: 'effects',
    tables: ['networks'],
    measure: each(lowerMaxima, lowerMinima),
    criterion: inMost(lowerMaxima, lowerMinima),
    asks: most,
    pilot: true,
  }),
  claim({
    id: 'repulsion',
    statement: 'In most networks like ours, preferred orientations move away from the adapter.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 5' },
    reported: 'tuning is repelled from the adapter (sentence 3), and gains suffice for it',
    figure: 'effects',
    tables: ['networks'],
    measure: each(repulsion),
    criterion: inMost(repulsion),
    asks: most,
    pilot: true,
  }),
  claim({
    id: 'decorrelation',
    statement:
      'In most networks like ours, adaptation takes back a tenth or more of the correlations of responses that stimuli cause.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 5' },
    reported: 'responses are decorrelated (sentence 3), and gains suffice for it',
    figure: 'covariance',
    tables: ['networks'],
    measure: each(decorrelation),
    criterion: inMost(decorrelation),
    asks: most,
    pilot: true,
  }),
  claim({
    id: 'gain-reduction-at-adapter',
    statement: 'In most networks like ours, gains fall most at the adapter, and rise far from it.',
    origin: 'body',
    source: { grade: 'memory', place: 'figure of gains against preference' },
    reported: 'gains fall near the adapter',
    figure: 'effects',
    tables: ['networks'],
    measure: each(lowerGain, higherGain),
    criterion: inMost(lowerGain, higherGain),
    asks: most,
    pilot: true,
  }),
  claim({
    id: 'maxima-rise-far-away',
    statement: 'In most networks like ours, the largest responses rise far from the adapter.',
    origin: 'body',
    source: { grade: 'memory', place: 'figure of maxima against preference' },
    reported: 'maxima change with the preference',
    figure: 'effects',
    tables: ['networks'],
    measure: each(higherMaxima),
    criterion: inMost(higherMaxima),
    asks: most,
    pilot: true,
  }),
  claim({
    id: 'homeostasis',
    statement:
      'In most networks like ours, adapted gains even out the time-averaged responses that the biased ensemble makes unequal.',
    origin: 'body',
    source: { grade: 'memory', place: 'results' },
    reported: 'time-averaged responses are equalised',
    figure: 'equalisation',
    tables: ['networks'],
    measure: each(evenerMeans),
    criterion: inMost(evenerMeans),
    asks: most,
    pilot: true,
  }),
];
