import type { Claim } from '../../src/lib/experiment/claim.js';
import { equals, liesAbove } from '../../src/lib/experiment/predicate.js';
import { exactly, median, percent, rowsOf } from '../../src/lib/experiment/measuring.js';
import { groupBy, short } from './rows-of.js';

interface RoundRow {
  readonly problem: string;
  readonly start: string;
  readonly round: number;
  readonly MI: number;
}

interface ReferenceRow {
  readonly problem: string;
  readonly MAP: number;
  readonly bound: number;
}

const isRandom = ({ start }: { start: string }) => /^\d+$/.test(start);

/** Runs of the three classes that the criteria are about. */
function runs(rows: readonly RoundRow[]): RoundRow[][] {
  return [...groupBy(rows.filter(({ problem }) => problem === 'three'), ({ start }) => start).values()]; // prettier-ignore
}

const most = (rows: readonly RoundRow[]) => rows.reduce((best, { MI }) => Math.max(best, MI), 0);

export const classificationClaims: readonly Claim[] = [
  {
    id: 'mmi-monotone',
    statement: 'Every round of channels’ matching raises the mutual information of class and label.',
    kind: 'exact',
    reported: { value: 'converges, round by round', where: 'convergence of MMI classification' },
    figure: 'rounds',
    tables: ['mmi_rounds'],
    measure({ mmi_rounds }) {
      const groups = [...groupBy(rowsOf<RoundRow>(mmi_rounds), ({ problem, start }) => `${problem} ${start}`).values()]; // prettier-ignore
      const steps = groups.flatMap((run) => run.slice(1).map(({ MI }, i) => MI - run[i].MI));
      const failed = groups.filter((run) => run.some(({ MI }, i) => i > 0 && MI - run[i - 1].MI < -1e-9));
      const detail = `the smallest gain of ${steps.length} rounds is ${Math.min(...steps)
        .toExponential(1)
        .replace('-', '−')} bit`;
      return exactly(failed.length, `runs of ${groups.length} in which it falls`, detail, groups.length);
    },
    criterion: 'in no run it falls by more than 1e-9 bit',
    judge: equals(0),
  },
  {
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
      const all = runs(rowsOf<RoundRow>(mmi_rounds));
      const best = most(all.flat());
      const needed = all
        .filter(([first]) => isRandom(first))
        .map((run) => run.find(({ MI }) => MI >= 0.99 * best)?.round ?? Infinity);
      const reached = needed.filter(Number.isFinite).length / needed.length;
      const failed = Number(!(median(needed) <= 5)) + Number(reached < 0.95);
      const within = (rounds: number) => percent(needed.filter((count) => count <= rounds).length / needed.length); // prettier-ignore
      const detail = `three classes: ${percent(reached)} of ${needed.length} random starts reach it, in ${median(needed)} rounds (median); ${within(3)} within three, ${within(5)} within five`;
      return exactly(failed, 'of 2 conditions fail', detail, needed.length);
    },
    criterion:
      'the median start needs at most 5 rounds to 0.99 of the best of all, and at least 95 % get there',
    judge: equals(0),
  },
  {
    id: 'mmi-beats-map',
    statement: 'The partition of most information tells more of the class than that by the likeliest class.',
    kind: 'qualitative',
    reported: { value: 'what the method is for', where: 'MMI classification' },
    figure: 'rounds',
    tables: ['mmi_rounds', 'mmi_references'],
    measure({ mmi_rounds, mmi_references }) {
      const best = most(runs(rowsOf<RoundRow>(mmi_rounds)).flat());
      const [{ MAP, bound }] = rowsOf<ReferenceRow>(mmi_references).filter(
        ({ problem }) => problem === 'three',
      );
      const detail = `three classes: ${short(best, 4)} bit against ${short(MAP, 4)}; the features hold ${short(bound, 4)}`;
      return exactly(best - MAP, 'bits more', detail);
    },
    criterion: 'the best of all runs has more information',
    judge: liesAbove(0),
  },
];
