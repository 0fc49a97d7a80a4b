import * as Plot from '@observablehq/plot';
import { ascending, extent, groups, mean } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { count, significant } from '../../lib/text/number.js';
import type { tables } from '../../papers/cs-ib/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { logAxis } from '../log-axis.js';
import { lines } from '../marks.js';
import { panels } from '../panels.js';
import { lineNames } from './line-names.js';
import { predictionTerms } from './series.js';

type Descents = RowsOf<typeof tables>['audit'];

export interface AuditSettings {
  /** Squared kernel width of the inputs. */
  readonly sigma2: number;
  readonly variants: readonly string[];
}

/** The errors that the panel shows. */
const errors = [1e-4, 30] as const;

/** What is lost to rounding, nats. */
const rounding = 1e-9;

/** The values of the term that the panel shows, nats, and the least distance of names in it. */
const terms = [-0.2, 0.2] as const;
const nameHeight = 0.03;

/** What minimising the prediction term does to free predictions: its value, and their error, by step. */
export function audit(descents: Descents, { sigma2, variants }: AuditSettings, width: number): Drawing {
  const chosen = descents.filter((row) => row.sigma2 === sigma2 && variants.includes(row.variant));
  const rows = chosen.filter(({ step }) => step > 0);
  const { color } = predictionTerms.scales(variants);
  const descent = { x: 'step', by: 'variant', series: predictionTerms, z: 'seed', clip: true } as const;
  const shared = {
    ...figureStyle,
    marginLeft: 58,
    height: 280,
    grid: true,
    color,
    x: { ...logAxis(rows.map(({ step }) => step)), label: 'Step of the descent →', tickFormat: ',' },
  };
  const plot = panels(width, {
    draw: (panel) => [
      Plot.plot({
        ...shared,
        width: panel,
        y: { label: '↑ Prediction term (nats)', domain: terms, ticks: 5 },
        marks: [
          Plot.ruleY([0], { stroke: 'var(--ink)' }),
          Plot.text(['below zero: no divergence'], {
            text: String,
            frameAnchor: 'bottom-left',
            dx: 6,
            dy: -6,
            fill: 'var(--ink-soft)',
          }),
          lines(rows, { ...descent, y: 'd' }),
          lineNames(rows, {
            x: ({ step }) => step,
            y: ({ d }) => d,
            by: ({ variant }) => variant,
            series: predictionTerms,
            apart: nameHeight,
          }),
        ],
      }),
      Plot.plot({
        ...shared,
        width: panel,
        y: {
          ...logAxis(errors),
          label: '↑ Error of the predictions (RMSE)',
          domain: errors,
          tickFormat: '~g',
        },
        marks: [lines(rows, { ...descent, y: 'rmse' })],
      }),
    ],
  });
  const [first, ...others] = endsInWords(chosen);
  return {
    plot,
    ...(first === undefined ? {} : { title: first }),
    caption:
      'A line is a batch of California Housing: predictions start near their targets, and are moved downhill on the term alone. A divergence would stop at zero, with the predictions on their targets. What leaves the frames is not drawn.',
    alternative: [
      'Lines of the prediction term and of the error of predictions against the step.',
      first,
      ...others,
    ]
      .filter((text) => text !== undefined)
      .join(' '),
  };
}

/** Where each of some variants ends, a sentence each: how low the term, and how far off the predictions. */
function endsInWords(chosen: Descents): string[] {
  return groups(chosen, ({ variant }) => variant)
    .sort(([a], [b]) => ascending(predictionTerms.ids.indexOf(a), predictionTerms.ids.indexOf(b)))
    .map(([variant, rows]) => {
      const batches = groups(rows, ({ seed }) => seed).map(([, steps]) => {
        const [from, to] = extent(steps, ({ step }) => step);
        return [from, to].map((at) => steps.find(({ step }) => step === at)!);
      });
      const ends = batches.map(([, { d }]) => d);
      const below = ends.filter((d) => d < -rounding).length;
      const times = 10 ** mean(batches, ([start, end]) => Math.log10(end.rmse / start.rmse))!;
      const term =
        below === 0
          ? 'stays above zero'
          : `falls below zero in ${below === ends.length ? 'all' : `${count(below)} of`} ${count(ends.length)} batches`;
      const predictions =
        times > 1
          ? `drives predictions ${significant(times, 2)} times as far from their targets`
          : `brings predictions nearer to their targets, to ${significant(times, 1)} of the first distance`;
      return `${weighted[variant]} the term ${term}, and ${predictions}.`;
    });
}

const weighted = {
  paper: 'As printed,',
  code: 'As in the released code,',
  symmetric: 'With symmetric weights, which we propose,',
} as const;
