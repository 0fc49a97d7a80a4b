import * as Plot from '@observablehq/plot';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import type { PathPoint } from './paths.js';
import { dashOf, seriesScales } from '../series-scales.js';
import { layerIds, layerLabels } from './series.js';

export interface InTimeOptions {
  readonly width: number;
  /** Whose information is drawn: of the image, or of the label. */
  readonly quantity: 'i_xl' | 'i_ly';
}

/** Steps on a logarithmic axis on which 0 has a place too. */
const shifted = (step: number) => step + 1;

/** Information by layer above, the loss below, with the stretch in which the loss falls fast. */
export function inTime(paths: readonly PathPoint[], { width, quantity }: InTimeOptions): HTMLElement {
  const loss = paths.filter(({ layer }) => layer === 'L5');
  const first = (share: number) => loss.find((point) => point.loss <= share * loss[0].loss)?.step;
  const [from, to] = [first(0.95), first(0.3)];
  const last = loss[loss.length - 1].step;
  const ticks = [0, 1, 3, 10, 30, 100, 300, 1000].filter((step) => step < last);
  const x = {
    type: 'log',
    domain: [1, shifted(last)],
    ticks: ticks.map(shifted),
    tickFormat: (at: number) => String(Math.round(at - 1)),
  } as const;
  const stretch =
    from === undefined
      ? null
      : Plot.rectY([{ from, to: to ?? last }], {
          x1: (d: { from: number }) => shifted(d.from),
          x2: (d: { to: number }) => shifted(d.to),
          y1: -1e3,
          y2: 1e3,
          clip: true,
          fill: 'var(--ours)',
          fillOpacity: 0.12,
        });
  const at = (point: PathPoint) => shifted(point.step);
  const scales = seriesScales(layerIds, (id) => layerLabels[id]);
  const values = paths.map((point) => point[quantity]);
  const above = Plot.plot({
    ...figureStyle,
    width,
    height: 320,
    grid: true,
    x: { ...x, label: null },
    y: {
      label: quantity === 'i_xl' ? '↑ I(X; L) (nats)' : '↑ I(L; Y) (nats)',
      domain: [Math.min(...values), Math.max(...values)],
      nice: true,
    },
    color: scales.color,
    symbol: { ...scales.symbol, legend: true },
    marks: [
      stretch,
      quantity === 'i_ly'
        ? Plot.ruleY([Math.log(10)], { stroke: 'var(--ink-soft)', strokeDasharray: '4 3' })
        : null,
      ...layerIds.map((id) =>
        Plot.line(
          paths.filter(({ layer }) => layer === id),
          {
            x: at,
            y: quantity,
            stroke: 'layer',
            strokeWidth: id === 'L5' ? 2.6 : 1.6,
            strokeDasharray: dashOf(layerIds.indexOf(id)),
          },
        ),
      ),
      Plot.dot(paths, {
        x: at,
        y: quantity,
        stroke: 'layer',
        symbol: 'layer',
        fill: 'var(--ground)',
        r: 3.5,
        channels: { step: 'step' },
        tip: { format: { x: false, y: '.2f', stroke: false } },
      }),
    ],
  });
  const below = Plot.plot({
    ...figureStyle,
    width,
    height: 170,
    grid: true,
    x: { ...x, label: 'Steps of training (logarithmic) →' },
    y: { label: '↑ Loss (nats)', domain: [0, Math.max(...loss.map((point) => point.loss))], nice: true },
    marks: [
      stretch,
      Plot.line(loss, { x: at, y: 'loss', stroke: 'var(--ink)', strokeWidth: 2 }),
      Plot.dot(loss, { x: at, y: 'loss', fill: 'var(--ink)', r: 2.5 }),
    ],
  });
  return element('div', {}, above, below);
}
