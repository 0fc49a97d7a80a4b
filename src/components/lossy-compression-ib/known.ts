import * as Plot from '@observablehq/plot';
import { greatest, groups, max, mean, median, sort } from 'd3-array';
import { listed } from '../../lib/text/list.js';
import { count, decimals } from '../../lib/text/number.js';
import type { SyntheticRow } from '../../papers/lossy-compression-ib/tables.js';
import { figureStyle } from '../figure-style.js';
import { diagonal, meanAndSeeds } from '../marks.js';
import { isNarrow } from '../panels.js';
import { datasetLabels, estimators, representationLabels } from './series.js';

export interface KnownSettings {
  readonly representation: SyntheticRow['representation'];
  readonly estimators: readonly string[];
}

/** `From codes of an autoencoder, weighted neighbours err by 0.22 nats for rectangles and 0.59 nats for blobs.` */
export function knownInWords(
  synthetic: readonly SyntheticRow[],
  { representation, estimators: shown }: KnownSettings,
): string {
  const own = synthetic.filter((row) => row.representation === representation);
  const told = estimators.ids
    .filter((id) => shown.includes(id))
    .map((id) => {
      const errors = datasets.map((dataset) => {
        const error = meanError(own.filter((row) => row.estimator === id && row.dataset === dataset));
        return `${error === undefined ? 'an unknown amount' : `${decimals(error, 2)} nats`} for ${dataset}`;
      });
      return `${estimators.label(id)} err by ${listed(errors)}`;
    });
  return `From ${representationLabels[representation]}, ${listed(told)}.`;
}

/** The most information, in nats, at which claims judge estimates: more is hardly to be had from so few pairs. */
const judgedTo = 6;

/** True informations up to which a seed is a row of marks, and a thin line beyond. */
const mostDots = 12;

const datasets = Object.keys(datasetLabels) as SyntheticRow['dataset'][];

/** How far estimates lie from the truth in the mean, nats, as far as claims judge them. */
const meanError = (rows: readonly SyntheticRow[]) =>
  mean(rows, ({ mi_est, mi_true }) =>
    mi_est === null || mi_true > judgedTo ? null : Math.abs(mi_est - mi_true),
  );

/** Estimated against true information, a panel a kind of image: means over seeds, their bands, and single seeds. */
export function known(
  synthetic: readonly SyntheticRow[],
  { representation, estimators: shown }: KnownSettings,
  width: number,
): SVGElement | HTMLElement {
  const rows = synthetic.filter(
    (row) => row.representation === representation && shown.includes(row.estimator) && row.mi_est !== null,
  );
  const narrow = isNarrow(width);
  const facet = narrow ? 'fy' : 'fx';
  const place = { x: 'mi_true', [facet]: ({ dataset }: SyntheticRow) => datasetLabels[dataset] } as const;
  const most = max(rows, ({ mi_true }) => mi_true) ?? 1;
  return Plot.plot({
    ...figureStyle,
    marginTop: narrow ? 34 : 44,
    width,
    height: narrow ? 620 : 340,
    grid: true,
    // Beside panels below each other there is no room for their names.
    [facet]: { domain: Object.values(datasetLabels), label: null, axis: narrow ? null : undefined },
    x: { label: 'True information (nats) →', domain: [0, most] },
    y: { label: '↑ Estimate (nats)', insetBottom: 14 },
    ...estimators.scales(shown),
    symbol: { ...estimators.scales(shown).symbol, legend: shown.length > 1 },
    marks: [
      Plot.ruleY([0], { stroke: 'var(--ink-soft)', strokeOpacity: 0.5 }),
      diagonal(0, most),
      narrow
        ? Plot.text(Object.values(datasetLabels), {
            fy: String,
            text: String,
            frameAnchor: 'top-left',
            dx: 6,
            dy: 6,
            fontWeight: 'bold',
          })
        : null,
      Plot.areaY(
        rows,
        Plot.groupX(
          { y1: 'mean', y2: 'mean' },
          {
            ...place,
            y1: ({ mi_est, se }: SyntheticRow) => mi_est! - se!,
            y2: ({ mi_est, se }: SyntheticRow) => mi_est! + se!,
            fill: 'estimator',
            fillOpacity: 0.15,
          },
        ),
      ),
      shown.length === 1 ? ofNothing(rows, place) : null,
      meanAndSeeds(rows, {
        ...place,
        y: 'mi_est',
        by: 'estimator',
        series: estimators,
        // As many marks as the largest run has would hide each other.
        seeds: new Set(rows.map(({ mi_true }) => mi_true)).size > mostDots ? 'lines' : 'dots',
      }),
      shown.length === 1 ? strays(rows, place) : null,
    ],
  });
}

/** How many times as far as the next seed one has to lie from the truth to be pointed out. */
const straying = 2;

/** Beside a seed that lies much further from the truth than all others, by how much it does. */
function strays(rows: readonly SyntheticRow[], place: Readonly<Record<string, unknown>>) {
  const ends = datasets.flatMap((dataset) => {
    const seeds = groups(
      rows.filter((row) => row.dataset === dataset && row.mi_true <= judgedTo),
      ({ seed }) => seed,
    ).map(([, own]) => ({ error: meanError(own)!, end: greatest(own, ({ mi_true }) => mi_true)! }));
    const [worst, next] = sort(seeds, ({ error }) => -error);
    if (next === undefined || worst.error <= straying * next.error) return [];
    return [{ ...worst.end, text: `one of ${count(seeds.length)}: ${decimals(worst.error, 1)} off` }];
  });
  return Plot.text(ends, {
    ...place,
    y: 'mi_est',
    text: 'text',
    textAnchor: 'start',
    dx: -6,
    dy: 18,
    fill: 'var(--ink)',
    stroke: 'var(--ground)',
    strokeWidth: 3,
  } as Plot.TextOptions);
}

/** What images that have nothing in common are said to share, in numbers. */
function ofNothing(rows: readonly SyntheticRow[], place: Readonly<Record<string, unknown>>) {
  const own = rows.filter(({ mi_true }) => mi_true === 0);
  return Plot.text(
    own,
    Plot.groupX(
      { y: 'median', text: (estimates: number[]) => `of nothing: ${decimals(median(estimates)!, 2)}` },
      {
        ...place,
        y: 'mi_est',
        text: 'mi_est',
        textAnchor: 'start',
        dx: 12,
        dy: 4,
        fill: 'var(--ink)',
        stroke: 'var(--ground)',
        strokeWidth: 3,
      } as Plot.TextOptions,
    ),
  );
}
