import * as Plot from '@observablehq/plot';
import { extent, least } from 'd3-array';
import { distributionOf } from '../../papers/estimators/distributions.js';
import { compared, estimators } from '../../papers/estimators/estimators.js';
import { accuracyOf } from '../../papers/estimators/trial.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { isNarrow } from '../panels.js';
import type { Bench, BenchProgress } from './bench-progress.js';
import { inUnit, type Unit, unitText } from './unit.js';

export interface EstimatesSettings {
  readonly bench: Bench;
  readonly unit: Unit;
}

const labels = new Map(estimators.map(({ id, label, other }) => [id, other ? `${label} *` : label]));

/** A row an estimator: its estimates, their mean and one standard deviation to either side, the truth a line. */
export function estimatesFigure({ bench, unit }: EstimatesSettings, width: number): Drawing {
  const { settings, snapshot } = bench;
  const estimates: BenchProgress['estimates'] = snapshot?.estimates ?? {};
  const truth = settings.information;
  const rows = estimators.map(({ id, other }) => ({
    estimator: id,
    other: other ?? false,
    ...accuracyOf(estimates[id] ?? [], truth),
  }));
  const [low, high] = rangeOf(estimates, truth);
  const within = (value: number) => value >= low && value <= high;
  const points = estimators.flatMap(({ id }) =>
    (estimates[id] ?? [])
      .filter((value) => value !== null)
      .filter(within)
      .map((value) => ({ estimator: id, value: inUnit(value, unit) })),
  );
  const means = rows.flatMap((row) =>
    row.mean !== null && within(row.mean) ? [{ ...row, mean: row.mean }] : [],
  );
  const clamp = (value: number) => inUnit(Math.max(low, Math.min(high, value)), unit);
  const beyond = rows.flatMap(({ estimator, mean }) =>
    mean === null || within(mean)
      ? []
      : [
          {
            estimator,
            at: clamp(mean),
            text: mean < low ? `◂ ${unitText(mean, unit)}` : `${unitText(mean, unit)} ▸`,
          },
        ],
  );
  const plot = Plot.plot({
    ...figureStyle,
    width,
    height: 60 + 34 * rows.length,
    marginLeft: Math.min(165, Math.max(150, width * 0.4)),
    marginRight: Math.min(125, width * 0.3),
    x: {
      label: `Estimate (${unit}) →`,
      domain: [inUnit(low, unit), inUnit(high, unit)],
      grid: true,
      ticks: isNarrow(width) ? 3 : 8,
    },
    y: {
      domain: estimators.map(({ id }) => id),
      tickFormat: (id: string) => labels.get(id)!,
      label: null,
      tickSize: 0,
    },
    marks: [
      Plot.ruleX([inUnit(truth, unit)], { stroke: 'var(--ink)', strokeWidth: 2 }),
      Plot.text([inUnit(truth, unit)], {
        x: (value: number) => value,
        frameAnchor: 'top',
        dy: -14,
        text: () => `truth ${unitText(truth, unit)}`,
        fill: 'var(--ink)',
      }),
      Plot.dot(points, { x: 'value', y: 'estimator', stroke: 'var(--ours)', strokeOpacity: 0.5, r: 2.5 }),
      Plot.ruleY(means, {
        x1: ({ mean, sd }) => clamp(mean - (sd ?? 0)),
        x2: ({ mean, sd }) => clamp(mean + (sd ?? 0)),
        y: 'estimator',
        stroke: 'var(--ours)',
        strokeWidth: 3,
      }),
      Plot.dot(means, {
        x: ({ mean }) => inUnit(mean, unit),
        y: 'estimator',
        fill: ({ other }) => (other ? 'var(--ground)' : 'var(--ours)'),
        stroke: 'var(--ours)',
        strokeWidth: 1.5,
        symbol: 'diamond',
        r: 6,
      }),
      Plot.text(beyond, {
        x: 'at',
        y: 'estimator',
        text: 'text',
        fill: 'var(--ink)',
        textAnchor: 'middle',
        dy: -11,
      }),
      Plot.text(
        rows.filter(({ mean }) => mean !== null),
        {
          y: 'estimator',
          frameAnchor: 'right',
          textAnchor: 'start',
          dx: 8,
          fill: 'var(--ink)',
          text: ({ other, mean, bias, sd }) =>
            `${other ? unitText(mean, unit) : unitText(bias, unit, true)} ± ${unitText(sd, unit)}`,
        },
      ),
      Plot.text(['bias ± spread'], {
        frameAnchor: 'top-right',
        textAnchor: 'start',
        dx: 8,
        dy: -14,
        fill: 'var(--ink-soft)',
        text: (text: string) => text,
      }),
    ],
  });
  const best = closest(estimates, truth);
  const of = `${distributionOf(settings.distribution).label}, dimension ${settings.dimension}, ${settings.n} samples`;
  return {
    plot,
    rows: points,
    title: best
      ? `${best.label} is closest, ${unitText(best.rmse, unit)} ${unit} off (root mean square). ${of}.`
      : `${of}.`,
  };
}

/**
 * The axis: around what counts as near the truth and all answers, but for those that lie so far beyond, as some do in many
 * dimensions, that they would press all others together.
 */
function rangeOf(estimates: BenchProgress['estimates'], truth: number): readonly [number, number] {
  const near = Math.max(0.1, 0.1 * truth);
  const [least, most] = [Math.min(-0.5, -truth / 2), 2 * truth + 1];
  const within = Object.values(estimates)
    .flat()
    .filter((value) => value !== null && value >= least && value <= most);
  const [low, high] = extent([truth - near, truth + near, ...within.map(Number)]) as [number, number];
  const room = 0.03 * (high - low);
  return [low - room, high + room];
}

/** The estimator with the least root-mean-square error so far. */
function closest(estimates: BenchProgress['estimates'], truth: number) {
  const errors = compared.flatMap(({ id, label }) => {
    const { rmse } = accuracyOf(estimates[id] ?? [], truth);
    return rmse === null ? [] : [{ label, rmse }];
  });
  return least(errors, ({ rmse }) => rmse);
}
