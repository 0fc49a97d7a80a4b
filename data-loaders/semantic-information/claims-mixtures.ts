import type { ColumnTable } from 'arquero';
import type { Claim } from '../../src/lib/experiment/claim.js';
import { isAtLeast } from '../../src/lib/experiment/predicate.js';
import { exactly, median, percent, rowsOf } from '../../src/lib/experiment/measuring.js';
import { groupBy, short } from './rows-of.js';

interface RunRow {
  readonly problem: string;
  readonly p: number;
  readonly start: number;
  readonly inner: number;
  readonly iterations: number;
  readonly converged: boolean;
}

function runs(table: ColumnTable, problem: string, inner: number): RunRow[] {
  return rowsOf<RunRow>(table).filter((row) => row.problem === problem && row.inner === inner);
}

const lost = (rows: readonly RunRow[]) =>
  percent(rows.filter(({ converged }) => !converged).length / rows.length);

export const mixtureClaims: readonly Claim[] = [
  {
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
      const e3m = runs(mixture_runs, 'ratio', 3);
      const ratios = [...groupBy(runs(mixture_runs, 'ratio', 0), ({ p }) => p)].map(([p, em]) => {
        const other = e3m.filter((row) => row.p === p);
        const [slow, fast] = [em, other].map((rows) => median(rows.map(({ iterations }) => iterations)));
        return { p, em, other, slow, fast, times: slow / fast };
      });
      const rare = ratios.filter(({ p }) => p <= 0.1);
      const detail = `median iterations of EM and E3M: ${ratios
        .map(
          ({ p, em, other, slow, fast }) =>
            `p = ${p}: ${slow} and ${fast} (not there after 500: ${lost(em)} and ${lost(other)})`,
        )
        .join('; ')}`;
      const times = Math.min(...rare.map((ratio) => ratio.times));
      return exactly(times, 'times as many iterations by EM', detail, ratios[0]?.em.length ?? 0);
    },
    criterion: 'at p = 0.1 and at p = 0.05 the median of E3M is at most half that of EM',
    judge: isAtLeast(2),
  },
  {
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
      const [em, e3m] = [0, 3].map((inner) => runs(mixture_runs, 'local', inner));
      const by = new Map(e3m.map(({ start, iterations }) => [start, iterations]));
      const good = em.filter(({ start, iterations }) => by.get(start)! <= iterations).length / em.length;
      const [slow, fast] = [em, e3m].map((rows) => median(rows.map(({ iterations }) => iterations)));
      const detail = `example A: ${percent(good)} of ${em.length} random starts need no more iterations by E3M; not there after 500: ${lost(em)} by EM and ${lost(e3m)} by E3M; median ${short(slow, 1)} and ${short(fast, 1)}`;
      return exactly(good, 'of starts no slower by E3M', detail, em.length);
    },
    criterion: 'at least half of the starts on example A need no more iterations by E3M than by EM',
    judge: isAtLeast(0.5),
  },
];
