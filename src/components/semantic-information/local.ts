import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import type { RunRow } from './rows.js';

/** Starts that are drawn: enough to see where they lie. */
const drawn = 400;

/** Iterations of E3M against those of EM from the same starts on example A; the cap is 500. */
export function localFigure(rows: readonly RunRow[], { width }: { width: number }): SVGElement | HTMLElement {
  const local = rows.filter(({ problem, start }) => problem === 'local' && start < drawn);
  const e3m = new Map(local.filter(({ inner }) => inner > 0).map((run) => [run.start, run.iterations]));
  const pairs = local
    .filter(({ inner }) => inner === 0)
    .map(({ start, iterations }) => ({ EM: iterations, E3M: e3m.get(start)! }));
  const axis = { type: 'log', domain: [3, 620], ticks: [3, 10, 30, 100, 500], tickFormat: String } as const;
  const side = Math.min(width, 520);
  return Plot.plot({
    ...figureStyle,
    width: side,
    height: side,
    grid: true,
    x: { ...axis, label: 'Iterations of EM (logarithmic) →' },
    y: { ...axis, label: '↑ Iterations of E3M (logarithmic)' },
    marks: [
      Plot.link([{}], { x1: 3, y1: 3, x2: 620, y2: 620, stroke: 'var(--ink)', strokeDasharray: '4 3' }),
      Plot.ruleX([500], { stroke: 'var(--ink-soft)' }),
      Plot.ruleY([500], { stroke: 'var(--ink-soft)' }),
      Plot.dot(counted(pairs), { x: 'EM', y: 'E3M', r: 'starts', fill: 'var(--ours)', fillOpacity: 0.6, stroke: 'var(--ours)', tip: true }),
    ],
    r: { range: [0, 12] },
  }); // prettier-ignore
}

/** Pairs of counts, with how many starts share them. */
function counted(
  pairs: readonly { EM: number; E3M: number }[],
): { EM: number; E3M: number; starts: number }[] {
  const counts = new Map<string, { EM: number; E3M: number; starts: number }>();
  for (const pair of pairs) {
    const key = `${pair.EM} ${pair.E3M}`;
    counts.set(key, { ...pair, starts: (counts.get(key)?.starts ?? 0) + 1 });
  }
  return [...counts.values()];
}
