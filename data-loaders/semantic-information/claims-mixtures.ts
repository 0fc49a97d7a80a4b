import { group, median } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { exactly } from '../../src/lib/experiment/measurement.js';
import { isAtLeast } from '../../src/lib/experiment/predicate.js';
import { pairedBy } from '../../src/lib/statistics/paired.js';
import { percent, significant } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/semantic-information/tables.js';

type RunRow = RowsOf<typeof tables>['mixture_runs'][number];

const claim = claimsOn(tables);

/** Runs of EM, then those of E3M, on a problem. */
function runsOn(problem: RunRow['problem'], rows: readonly RunRow[]): readonly [RunRow[], RunRow[]] {
  const by = (steps: number) => rows.filter((row) => row.problem === problem && row.inner === steps);
  return [by(0), by(3)];
}

const medianOf = (rows: readonly RunRow[]) => median(rows, ({ iterations }) => iterations) ?? NaN;

const lost = (rows: readonly RunRow[]) =>
  percent(rows.filter(({ converged }) => !converged).length / rows.length);

/** Shares of the rare component that the criterion is about. */
const rare = [0.1, 0.05];

export const mixtureClaims = [
  claim({
    id: 'cm-em-imbalanced',
    statement: 'Where one component is rare, CM-EM (E3M) needs far fewer iterations than EM.',
    kind: 'quantitative',
    reported: {
      value: 'better than EM when mixing ratios are imbalanced',
      where: 'abstract of Information 10(8):261, the method’s paper',
    },
    figure: 'mixtures',
    tables: ['mixture_runs'],
    measure({ mixture_runs }) {
      const [em, e3m] = runsOn('ratio', mixture_runs).map((rows) => group(rows, ({ p }) => p));
      const ratios = [...em].map(([p, slow]) => {
        const fast = e3m.get(p) ?? [];
        return { p, slow, fast, times: medianOf(slow) / medianOf(fast) };
      });
      const told = ratios.map(
        ({ p, slow, fast }) =>
          `p = ${p}: ${significant(medianOf(slow), 4)} and ${significant(medianOf(fast), 4)} (not there after 500: ${lost(slow)} and ${lost(fast)})`,
      );
      const times = Math.min(...rare.map((p) => ratios.find((ratio) => ratio.p === p)?.times ?? NaN));
      return exactly(
        times,
        'times as many iterations by EM',
        `median iterations of EM and E3M: ${told.join('; ')}`,
        ratios[0]?.slow.length,
      );
    },
    criterion: 'at p = 0.1 and at p = 0.05 the median of E3M is at most half that of EM',
    judge: isAtLeast(2),
  }),
  claim({
    id: 'cm-em-local-convergence',
    statement: 'CM-EM (E3M) is better than EM also where EM gets stuck.',
    kind: 'quantitative',
    reported: {
      value: 'better than EM when local convergence exists',
      where: 'abstract of Information 10(8):261, the method’s paper',
    },
    figure: 'local',
    tables: ['mixture_runs'],
    measure({ mixture_runs }) {
      const [em, e3m] = runsOn('local', mixture_runs);
      const pairs = pairedBy(em, e3m, ({ start }) => start);
      const noSlower = pairs.filter(([slow, fast]) => fast.iterations <= slow.iterations);
      const good = noSlower.length / em.length;
      const detail = `example A: ${percent(good)} of ${em.length} random starts need no more iterations by E3M; not there after 500: ${lost(em)} by EM and ${lost(e3m)} by E3M; median ${significant(medianOf(em), 4)} and ${significant(medianOf(e3m), 4)}`;
      return exactly(good, 'of starts no slower by E3M', detail, em.length);
    },
    criterion: 'at least half of the starts on example A need no more iterations by E3M than by EM',
    judge: isAtLeast(0.5),
  }),
];
