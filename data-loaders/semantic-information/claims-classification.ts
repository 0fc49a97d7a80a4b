import { flatGroup, groups, max, min, sort } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { exactly, failures } from '../../src/lib/experiment/measurement.js';
import { equals, liesAbove } from '../../src/lib/experiment/predicate.js';
import { count, decimals, percent, scientific, significant } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/semantic-information/tables.js';

type RoundRow = RowsOf<typeof tables>['mmi_rounds'][number];

const claim = claimsOn(tables);

const isRandom = ({ start }: RoundRow) => /^\d+$/.test(start);

/** Runs on the three classes, which the criteria are about, round by round. */
function runsOnThree(rows: readonly RoundRow[]): RoundRow[][] {
  const three = rows.filter(({ problem }) => problem === 'three');
  return groups(three, ({ start }) => start).map(([, run]) => run);
}

/** The middle of values of which some may be infinite, so that the two in the middle have no difference. */
function middle(values: readonly number[]): number {
  const sorted = sort(values);
  const at = (sorted.length - 1) / 2;
  return (sorted[Math.floor(at)] + sorted[Math.ceil(at)]) / 2;
}

export const classificationClaims = [
  claim({
    id: 'mmi-monotone',
    statement: 'Every round of channels’ matching raises the mutual information of class and label.',
    kind: 'exact',
    reported: { value: 'converges, round by round', where: 'convergence of MMI classification' },
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
      const detail = `the smallest gain of ${count(steps.length)} rounds is ${scientific(min(steps) ?? NaN, 1)} bit`;
      return exactly(failed, `runs of ${count(runs.length)} in which it falls`, detail, runs.length);
    },
    criterion: 'in no run it falls by more than 1e-9 bit',
    judge: equals(0),
  }),
  claim({
    id: 'mmi-fast',
    statement: 'From most starts a few rounds reach 99 % of the largest mutual information.',
    kind: 'quantitative',
    reported: {
      value: '2–3 rounds surpass 99 % for most starts',
      where: 'abstract of Information 10(8):261, the method’s paper',
    },
    figure: 'rounds',
    tables: ['mmi_rounds'],
    measure({ mmi_rounds }) {
      const runs = runsOnThree(mmi_rounds);
      const best = max(runs.flat(), ({ MI }) => MI) ?? NaN;
      const needed = runs
        .filter(([first]) => isRandom(first))
        .map((run) => run.find(({ MI }) => MI >= 0.99 * best)?.round ?? Infinity);
      const within = (rounds: number) => needed.filter((own) => own <= rounds).length / needed.length;
      const reached = needed.filter(Number.isFinite).length / needed.length;
      const rounds = middle(needed);
      return failures(
        [
          {
            holds: rounds <= 5,
            detail: `three classes, ${count(needed.length)} random starts: 99 % in ${significant(rounds)} rounds (median), ${percent(within(3))} of them within three, ${percent(within(5))} within five`,
          },
          { holds: reached >= 0.95, detail: `${percent(reached)} reach it at all` },
        ],
        needed.length,
      );
    },
    criterion:
      'the median start needs at most 5 rounds to 0.99 of the best of all, and at least 95 % get there',
    judge: equals(0),
  }),
  claim({
    id: 'mmi-beats-map',
    statement: 'The partition of most information tells more of the class than that by the likeliest class.',
    kind: 'qualitative',
    reported: { value: 'what the method is for', where: 'MMI classification' },
    figure: 'rounds',
    tables: ['mmi_rounds', 'mmi_references'],
    measure({ mmi_rounds, mmi_references }) {
      const best = max(runsOnThree(mmi_rounds).flat(), ({ MI }) => MI) ?? NaN;
      const { MAP, bound } = mmi_references.find(({ problem }) => problem === 'three')!;
      const detail = `three classes: ${decimals(best, 4)} bit against ${decimals(MAP, 4)}; the features hold ${decimals(bound, 4)}`;
      return exactly(best - MAP, 'bits more', detail);
    },
    criterion: 'the best of all runs has more information',
    judge: liesAbove(0),
  }),
];
