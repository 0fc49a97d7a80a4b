import { flatGroup, group, groups, max, min, sort } from 'd3-array';
import { between, caseOf, countsOf, relativeTo } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { exactly, shareOf } from '../../src/lib/claims/measurement.js';
import { equals, isAtLeast, liesAbove } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { count, decimals, percent, scientific, significant } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/semantic-information/tables.js';

type Rows = RowsOf<typeof tables>;
type RoundRow = Rows['mmi_rounds'][number];

const claim = claimsOn(tables);

const isRandom = ({ start }: RoundRow) => /^\d+$/.test(start);

/** Rounds that each random start on the three classes needs to 99 % of the best of all runs; infinite where never. */
function roundsNeeded(rows: readonly RoundRow[]): number[] {
  const three = rows.filter(({ problem }) => problem === 'three');
  const best = max(three, ({ MI }) => MI) ?? NaN;
  return groups(three.filter(isRandom), ({ start }) => start).map(
    ([, run]) => min(run, ({ MI, round }) => (MI >= 0.99 * best ? round : Infinity)) ?? Infinity,
  );
}

/** The middle of values of which some may be infinite, so that the two in the middle have no difference. */
function middle(values: readonly number[]): number {
  const sorted = sort(values);
  const at = (sorted.length - 1) / 2;
  return (sorted[Math.floor(at)] + sorted[Math.ceil(at)]) / 2;
}

/** Share of the random starts that need at most so many rounds. */
function within(needed: readonly number[], rounds: number) {
  const told = [3, 5].map(
    (most) => `${percent(needed.filter((own) => own <= most).length / needed.length)} within ${most}`,
  );
  return shareOf(
    needed.map((own) => own <= rounds),
    'share of random starts',
    `${significant(middle(needed))} rounds in the median, ${told.join(', ')}`,
  );
}

/** The method’s own paper, whose abstract has been read. */
const method = { grade: 'text', place: 'the method’s paper, Information 10(8):261, 2019, abstract' } as const;

export const classificationClaims = [
  claim({
    id: 'mmi-beats-map',
    statement:
      'On classes of ours, the partition that channels’ matching finds tells more of the class than that by the likeliest class.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 7' },
    reported: 'an improvement in classification for maximum mutual information; how large is not said',
    figure: 'rounds',
    tables: ['mmi_rounds', 'mmi_references', 'thresholds', 'threshold_paths'],
    measure({ mmi_rounds, mmi_references, thresholds, threshold_paths }) {
      const planes = mmi_references.map(({ problem, MAP, bound }) => ({
        label: `${problem} classes on the plane`,
        found: max(mmi_rounds, (row) => (row.problem === problem ? row.MI : NaN)),
        likeliest: MAP,
        beside: `; the features hold ${decimals(bound, 4)}`,
      }));
      const lines = [...group(threshold_paths, ({ problem }) => problem)].map(([problem, path]) => ({
        label: `two classes on a line, ${problem}`,
        found: max(path, ({ MI }) => MI),
        likeliest: thresholds.find((row) => row.problem === problem && row.MAP)?.MI,
        beside: '',
      }));
      return [...planes, ...lines].map(({ label, found, likeliest, beside }) => ({
        label,
        measurement: exactly(
          found === undefined || likeliest === undefined ? null : found - likeliest,
          'bits more',
          `${decimals(found ?? NaN, 4)} bit against ${decimals(likeliest ?? NaN, 4)}${beside}`,
        ),
      }));
    },
    criterion:
      'on every example the best result of matching has more information than the partition by the likeliest class; every gain counts, since nothing is sampled',
    asks: liesAbove(0),
    // A partition keeps at most what the features hold; on a line, what the best of all cuts keeps.
    attainable({ mmi_references, thresholds }, { label }) {
      const planes = mmi_references.map(({ problem, MAP, bound }) => ({
        name: `${problem} classes on the plane`,
        range: relativeTo(between(0, bound), MAP),
      }));
      const lines = groups(thresholds, ({ problem }) => problem).map(([problem, cuts]) => ({
        name: `two classes on a line, ${problem}`,
        range: relativeTo(
          between(
            0,
            max(cuts, ({ MI }) => MI)!,
          ),
          cuts.find(({ MAP }) => MAP)?.MI,
        ),
      }));
      return caseOf(label, [...planes, ...lines], ({ name }) => name).range;
    },
    exact: 'information of partitions of known distributions',
    pilot: true,
  }),
  claim({
    id: 'mmi-monotone',
    statement: 'Every round of channels’ matching raises the mutual information of class and label.',
    origin: 'body',
    source: { grade: 'memory', place: 'convergence of MMI classification' },
    reported: 'converges, round by round',
    figure: 'rounds',
    tables: ['mmi_rounds'],
    measure({ mmi_rounds }) {
      const runs = flatGroup(
        mmi_rounds,
        ({ problem }) => problem,
        ({ start }) => start,
      );
      const gains = runs.map(([, , run]) => run.slice(1).map(({ MI }, i) => MI - run[i].MI));
      const failed = gains.filter((run) => run.some((gain) => gain < -1e-9)).length;
      const steps = gains.flat();
      return exactly(
        runs.length > 0 ? failed : null,
        'runs in which it falls',
        `${failed} of ${count(runs.length)} runs; the smallest gain of ${count(steps.length)} rounds is ${scientific(min(steps) ?? NaN, 1)} bit`,
      );
    },
    criterion: 'in no run it falls by more than 1e-9 bit',
    asks: equals(0),
    attainable: ({ mmi_rounds }) => countsOf(mmi_rounds.filter(({ round }) => round === 0).length),
    exact: 'an inequality that is said to hold from every start: one violation would refute it',
    pilot: true,
  }),
  claim({
    id: 'mmi-fast',
    statement:
      'On three classes of ours, most random starts reach 99 % of the largest mutual information within three rounds.',
    origin: 'companion',
    source: method,
    reported: 'two to three rounds surpass 99 % from most starts',
    figure: 'rounds',
    tables: ['mmi_rounds'],
    measure: ({ mmi_rounds }) => within(roundsNeeded(mmi_rounds), 3),
    criterion:
      'the share of random starts that need at most 3 rounds to 0.99 of the best of all runs lies above one half, the whole interval',
    asks: liesAbove(0.5),
    pilot: true,
  }),
  claim({
    id: 'mmi-few-rounds',
    statement:
      'On three classes of ours, most random starts reach 99 % of the largest mutual information within five rounds, and nearly all reach it.',
    origin: 'ours',
    source: { grade: 'text', place: 'a check of ours, milder than what the method’s paper says' },
    reported: 'nothing on five rounds',
    figure: 'rounds',
    tables: ['mmi_rounds'],
    measure({ mmi_rounds }) {
      const needed = roundsNeeded(mmi_rounds);
      return [
        { label: 'within five rounds', measurement: within(needed, 5), asks: liesAbove(0.5) },
        { label: 'at all', measurement: within(needed, Number.MAX_VALUE) },
      ];
    },
    criterion:
      'the share of random starts that need at most 5 rounds lies above one half, and that of those that get there at all is at least 0.95, the whole intervals',
    asks: isAtLeast(0.95),
    pilot: true,
  }),
];
