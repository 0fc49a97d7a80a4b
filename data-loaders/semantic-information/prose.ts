import { flatRollup, greatest, groups, max, median, min, rollup } from 'd3-array';
import { conditionsOf } from '../../src/lib/claims/claim-columns.js';
import { meanOf, proseOn, where } from '../../src/lib/claims/prose.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { listed } from '../../src/lib/text/list.js';
import { count, countInWords, decimals, percent, significant } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/semantic-information/tables.js';

const part = proseOn(tables);

type Rows = RowsOf<typeof tables>;
type CurveRow = Rows['rate_fidelity'][number];
type StretchRow = Rows['mmi_maps'][number];

/** The labels in use at a point of the curve. */
const used = ({ Py1, Py2, Py3, Py4 }: CurveRow) =>
  [Py1, Py2, Py3, Py4].filter((share) => share > 1e-6).length;

/** The label of each cell at the last round of a run on the three classes. */
function lastPartition(maps: readonly StretchRow[], start: string): ReadonlyMap<string, number> {
  const own = maps.filter((row) => row.problem === 'three' && row.start === start);
  const last = max(own, ({ round }) => round);
  const cells = new Map<string, number>();
  for (const { z2, from, to, label } of own.filter(({ round }) => round === last))
    for (let z1 = from; z1 <= to; z1++) cells.set(`${z1} ${z2}`, label);
  return cells;
}

/**
 * The share of cells that two partitions label differently. Labels have no names of their own: those of the first are
 * taken for the ones of the second on which most of their cells lie.
 */
function shareThatDiffers(first: ReadonlyMap<string, number>, second: ReadonlyMap<string, number>): number {
  const alike = groups([...first], ([, label]) => label).map(([, cells]) =>
    max(
      rollup(
        cells,
        (own) => own.length,
        ([cell]) => second.get(cell)!,
      ).values(),
    )!,
  );
  return 1 - alike.reduce((sum, size) => sum + size, 0) / first.size;
}

export const prose = [
  part([], (_, claim) => {
    const verdict = (id: string) => claim(id).verdict;
    const gain = conditionsOf(claim('mmi-beats-map'))[0].value!;
    const work = conditionsOf(claim('cm-em-imbalanced-work')).find(({ label }) => label === 'p = 0.1')!;
    return {
      'theory-holds': ['rg-lower-bound', 'rg-slope-and-kl', 'semantic-equals-ml'].every(
        (id) => verdict(id) === 'reproduced',
      ),
      'no-slope-misses': verdict('rg-slope-and-kl') === 'reproduced',
      'about-as-fast': verdict('mmi-fast') === 'reproduced' && verdict('mmi-few-rounds') === 'reproduced',
      'within-three': percent(claim('mmi-fast').measured!),
      'within-five': percent(conditionsOf(claim('mmi-few-rounds'))[0].value!),
      'gain-is-slight': gain > 0 && gain < 0.01,
      'gain-in-bits': decimals(gain, 4),
      'rare-wins': verdict('cm-em-imbalanced') === 'reproduced',
      'no-help-where-stuck': verdict('cm-em-local-convergence') === 'not reproduced',
      'dearer-from-most-starts': work.verdict === 'not reproduced' && work.high! < 0.5,
    };
  }),
  part(['rate_fidelity'], ({ rate_fidelity }) => {
    const widths = groups(rate_fidelity, ({ width }) => width).map(([width, points]) => ({ width, points }));
    const few = where(widths, ({ points }) =>
      points.some((point) => point.s >= 0.9 && point.s <= 1.1 && used(point) === 2),
    );
    const [narrowest] = widths;
    const efficient = greatest(
      narrowest.points.filter(({ s }) => s > 0),
      ({ R, G }) => G / R,
    )!;
    return {
      'two-labels-suffice': listed(few.map(({ width }) => significant(width))),
      'labels-come-back': few.every(({ points }) => used(greatest(points, ({ s }) => s)!) === 4),
      'narrowest-width': significant(narrowest.width),
      'efficient-slope': significant(efficient.s),
      'wide-labels-near-one': widths
        .filter(({ width }) => width >= 6)
        .every(({ points }) => {
          const at = points.find(({ s }) => s === 1)!;
          return at.G / at.R > max(points, ({ s, R, G }) => (s > 0 ? G / R : 0))! - 0.005;
        }),
    };
  }),
  part(['thresholds', 'threshold_paths'], ({ thresholds, threshold_paths }) => {
    const best = greatest(
      thresholds.filter(({ problem }) => problem === 'frozen'),
      ({ MI }) => MI,
    )!.boundary;
    const off = flatRollup(
      threshold_paths.filter(({ problem }) => problem === 'frozen'),
      (path) => Math.abs(greatest(path, ({ round }) => round)!.boundary - best),
      ({ start }) => start,
    ).map(([, cells]) => cells);
    return { 'one-cell-short': off.length === 2 && min(off) === 0 && max(off) === 1 };
  }),
  part(['mmi_maps', 'mmi_rounds', 'mmi_references'], ({ mmi_maps, mmi_rounds, mmi_references }) => {
    const likeliest = mmi_references.find(({ problem }) => problem === 'three')!.MAP;
    const most = max(mmi_rounds, ({ problem, MI }) => (problem === 'three' ? MI : 0))!;
    const cells = shareThatDiffers(lastPartition(mmi_maps, 'rows'), lastPartition(mmi_maps, 'map'));
    return {
      'borders-differ-more': cells > most / likeliest - 1,
      'cells-that-differ': percent(cells),
      'information-that-differs': percent(most / likeliest - 1, 1),
    };
  }),
  part(['mixture_runs'], ({ mixture_runs }) => {
    const ratio = mixture_runs.filter(({ problem }) => problem === 'ratio');
    const local = mixture_runs.filter(({ problem }) => problem === 'local');
    const iterations = (p: number, inner: number) =>
      median(
        where(ratio, (row) => row.p === p && row.inner === inner),
        (row) => (row.converged ? row.iterations : Infinity),
      )!;
    const stuck = (inner: number) =>
      meanOf(
        where(local, (row) => row.inner === inner),
        ({ converged }) => Number(!converged),
      );
    const ends = flatRollup(
      local.filter(({ converged }) => !converged),
      (runs) => new Set(runs.map(({ inner }) => inner)).size,
      ({ KL }) => decimals(KL, 2),
    );
    const rising = ratio.filter(({ rises }) => rises > 0);
    const rare = [0.1, 0.05];
    return {
      'beaten-by-far': rare.every((p) => iterations(p, 0) > 5 * iterations(p, 3)),
      'rare-matched': count(iterations(0.05, 3)),
      'rare-em': count(iterations(0.05, 0)),
      'stuck-matched': percent(stuck(3)),
      'stuck-em': percent(stuck(0)),
      'stuck-times-as-often': significant(stuck(3) / stuck(0), 2),
      'em-ahead-even-shares': iterations(0.5, 0) < 4 * iterations(0.5, 3),
      'median-stays-ahead': rare.every((p) => 4 * iterations(p, 3) < iterations(p, 0)),
      'ends-of-stuck': ends
        .map(([end]) => end)
        .sort()
        .join(' or '),
      'number-of-ends': countInWords(ends.length),
      'whichever-algorithm': ends.every(([, algorithms]) => algorithms === 2),
      'few-rise':
        rising.length > 0 &&
        rising.length < ratio.length / 50 &&
        rising.every(({ p }) => rare.includes(p)) &&
        local.every(({ rises, converged }) => rises === 0 || !converged),
    };
  }),
];
