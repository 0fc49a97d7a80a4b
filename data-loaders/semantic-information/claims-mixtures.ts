import { median, sort } from 'd3-array';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { type BoundedMeasurement, type Conditions, shareOf } from '../../src/lib/claims/measurement.js';
import { liesAbove } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { pairedBy } from '../../src/lib/statistics/paired.js';
import { percent, significant } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/semantic-information/tables.js';

type RunRow = RowsOf<typeof tables>['mixture_runs'][number];

/** Runs of EM and of E3M from the same start. */
type Pair = readonly [em: RunRow, e3m: RunRow];

const claim = claimsOn(tables);

/** The method’s own paper, whose abstract has been read. */
const method = { grade: 'text', place: 'the method’s paper, Information 10(8):261, 2019, abstract' } as const;

/** The two algorithms change places from a start. */
const eitherAlgorithm = {
  table: 'mixture_runs',
  column: 'inner',
  within: ['problem', 'p', 'start'],
} as const;

/** Runs from the same starts; nothing where a start has been run by one of the two alone. */
function pairsOn(problem: RunRow['problem'], rows: readonly RunRow[]): Pair[] {
  const [em, e3m] = [0, 3].map((steps) =>
    rows.filter((row) => row.problem === problem && row.inner === steps),
  );
  const pairs = pairedBy(em, e3m, ({ p, start }) => `${p} ${start}`);
  return pairs.length === em.length && pairs.length === e3m.length ? pairs : [];
}

/** Iterations of EM: at the cap at least so many, which speaks for EM. */
const byEm = ([em]: Pair) => em.iterations;
/** Iterations of E3M: without end where it does not get there, which speaks against it. */
const byE3m = ([, { iterations, converged }]: Pair) => (converged ? iterations : Infinity);

const lost = (runs: readonly RunRow[]) =>
  percent(runs.filter(({ converged }) => !converged).length / runs.length);

/** Shares of the rare component that the criterion is about. */
const rare = [0.1, 0.05];

/** Passes over the data an iteration of E3M takes for one of EM: four times it computes the responsibilities. */
const passes = 4;

/** How often EM takes at least so many times the iterations of E3M from the same start, for each rare ratio. */
function starts(rows: readonly RunRow[], times: number): Conditions<BoundedMeasurement> {
  const pairs = pairsOn('ratio', rows);
  return rare.map((p) => {
    const own = pairs.filter(([em]) => em.p === p);
    const [slow, fast] = [median(own, byEm) ?? NaN, median(own, byE3m) ?? NaN];
    return {
      label: `p = ${p}`,
      measurement: shareOf(
        own.map((pair) => byEm(pair) >= times * byE3m(pair)),
        'share of starts',
        `median iterations ${significant(slow, 4)} and ${significant(fast, 4)}; not there after 500: ${lost(own.map(([em]) => em))} and ${lost(own.map(([, e3m]) => e3m))}`,
      ),
    };
  });
}

export const mixtureClaims = [
  claim({
    id: 'cm-em-imbalanced',
    statement:
      'On mixtures of ours where one component is rare, CM-EM (E3M) needs at most half the iterations of EM from most starts.',
    origin: 'companion',
    source: method,
    reported: 'better than EM when mixing ratios are imbalanced',
    figure: 'mixtures',
    tables: ['mixture_runs'],
    measure: ({ mixture_runs }) => starts(mixture_runs, 2),
    criterion:
      'at p = 0.1 and at p = 0.05, EM takes at least twice the iterations of E3M from more than half of the random starts, the whole interval; a run of E3M that does not get there counts as endless',
    asks: liesAbove(0.5),
    pilot: true,
    chance: eitherAlgorithm,
  }),
  claim({
    id: 'cm-em-local-convergence',
    statement: 'On an example of ours where EM gets stuck, CM-EM (E3M) is better.',
    origin: 'companion',
    source: method,
    reported: 'better than EM when local convergence exists',
    figure: 'local',
    tables: ['mixture_runs'],
    measure({ mixture_runs }) {
      const pairs = pairsOn('local', mixture_runs);
      const [em, e3m] = [pairs.map((pair) => pair[0]), pairs.map((pair) => pair[1])];
      const one = pairs.filter(([slow, fast]) => slow.converged !== fast.converged);
      const both = pairs.filter(([slow, fast]) => slow.converged && fast.converged);
      const differ = both.filter((pair) => byEm(pair) !== byE3m(pair));
      const told = (runs: readonly RunRow[]) =>
        significant(sort(runs, ({ iterations }) => iterations)[runs.length >> 1]?.iterations ?? NaN, 4);
      return [
        {
          label: 'gets there',
          measurement: shareOf(
            one.map(([, { converged }]) => converged),
            'share of starts for E3M, where the two differ',
            `of ${pairs.length} starts, ${lost(em)} are not there after 500 iterations by EM and ${lost(e3m)} by E3M; one alone gets there from ${one.length}`,
          ),
        },
        {
          label: 'gets there sooner',
          measurement: shareOf(
            differ.map((pair) => byE3m(pair) < byEm(pair)),
            'share of starts for E3M, where the two differ',
            `of ${both.length} starts from which both get there, ${differ.length} take another number of iterations; median of all ${told(em)} by EM and ${told(e3m)} by E3M`,
          ),
        },
      ];
    },
    criterion:
      'of the starts from which one alone gets there, more than half are for E3M; and so are more than half of those from which both do in different numbers of iterations, the whole intervals',
    asks: liesAbove(0.5),
    pilot: true,
    chance: eitherAlgorithm,
  }),
  claim({
    id: 'cm-em-imbalanced-work',
    statement:
      'On mixtures of ours where one component is rare, CM-EM (E3M) is no dearer than EM from most starts also by passes over the data, of which it takes four an iteration.',
    origin: 'ours',
    source: { grade: 'text', place: 'a check of ours, at equal cost' },
    reported: 'nothing on the cost of an iteration',
    figure: 'mixtures',
    tables: ['mixture_runs'],
    measure: ({ mixture_runs }) => starts(mixture_runs, passes),
    criterion:
      'at p = 0.1 and at p = 0.05, EM takes at least four times the iterations of E3M from more than half of the random starts, the whole interval',
    asks: liesAbove(0.5),
    pilot: true,
    chance: eitherAlgorithm,
  }),
];
