import * as Plot from '@observablehq/plot';
import { extent, max, sort } from 'd3-array';
import type { Rows } from '../../papers/gain-control/tables.js';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { meanAndSeeds, stretch } from '../marks.js';
import { neurons } from './series.js';

export interface OnlineSettings {
  /** One sequence; mean and range of all where `null`. */
  readonly seed: number | null;
}

/** Gains and their distance from the closed form as stimuli come in: of one sequence, or means and ranges of all. */
export function onlineFigure(online: Rows['online'], { seed }: OnlineSettings, width: number): HTMLElement {
  const rows = online.filter((row) => seed === null || row.seed === seed);
  const steps = sort(new Set(rows.map(({ step }) => step)));
  const [from, to] = extent(
    rows.filter(({ biased }) => biased),
    ({ step }) => step,
  ) as [number, number];
  const biased = stretch(from, to);
  const size = { ...figureStyle, width, grid: true };
  const x = { domain: [0, steps.at(-1)!], tickFormat: String };
  const gains = neurons.ids.flatMap((neuron) =>
    rows.map((row) => ({
      neuron,
      seed: row.seed,
      step: row.step,
      gain: row[`g_${neuron}`],
      best: row[`best_${neuron}`],
    })),
  );
  const place = { x: 'step', y: 'gain', by: 'neuron', series: neurons } as const;
  const every = Math.ceil(steps.length / 12);
  const marked = new Set(steps.filter((_, index) => index % every === 0));
  const distance = { x: 'step', y1: 'distance', y2: 'distance', fill: 'var(--ink)', fillOpacity: 0.15 };
  return element(
    'div',
    {},
    Plot.plot({
      ...size,
      height: 270,
      x: { ...x, label: null },
      y: { label: '↑ Gain', nice: true },
      ...neurons.scales(),
      marks: [
        biased,
        meanAndSeeds(gains, { ...place, seeds: 'band' }),
        // The closed form is the same for every sequence.
        Plot.line(
          gains.filter((row) => row.seed === rows[0].seed),
          {
            x: 'step',
            y: 'best',
            z: 'neuron',
            stroke: 'var(--ink)',
            strokeDasharray: '5 4',
            curve: 'step-before',
          },
        ),
        Plot.dot(
          gains.filter(({ step }) => marked.has(step)),
          Plot.groupX(
            { y: 'mean', symbol: 'first' },
            { x: 'step', y: 'gain', stroke: 'neuron', symbol: 'neuron', fill: 'var(--ground)', r: 4 },
          ),
        ),
      ],
    }),
    Plot.plot({
      ...size,
      height: 190,
      x: { ...x, label: 'Stimuli shown →' },
      y: {
        label: '↑ Largest distance from the closed form',
        domain: [0, max(rows, (row) => row.distance)!],
        nice: true,
      },
      marks: [
        biased,
        Plot.areaY(rows, Plot.groupX({ y1: 'min', y2: 'max' }, distance)),
        Plot.lineY(
          rows,
          Plot.groupX({ y: 'mean' }, { x: 'step', y: 'distance', stroke: 'var(--ink)', strokeWidth: 2 }),
        ),
        Plot.ruleY([0], { stroke: 'var(--ink-soft)' }),
      ],
    }),
  );
}
