import * as Plot from '@observablehq/plot';
import { fastFall } from '../../papers/lossy-compression-ib/fast-fall.js';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { dots, lines, reference, stretch } from '../marks.js';
import type { PathPoint } from './paths.js';
import { layers } from './series.js';

export interface InTimeSettings {
  /** Whose information is drawn: of the image, or of the label. */
  readonly quantity: 'i_xl' | 'i_ly';
}

/** Steps on a logarithmic axis on which 0 has a place too. */
const shifted = (step: number) => step + 1;

/** Information by layer above, the loss below, with the stretch in which the loss falls fast. */
export function inTime(
  paths: readonly PathPoint[],
  { quantity }: InTimeSettings,
  width: number,
): HTMLElement {
  const loss = paths.filter(({ layer }) => layer === 'L5');
  const last = loss[loss.length - 1].step;
  const { from, to } = fastFall(loss);
  const fall = from === Infinity ? null : stretch(shifted(from), shifted(Math.min(to, last)));
  const place = {
    x: ({ step }: PathPoint) => shifted(step),
    y: quantity,
    by: 'layer',
    series: layers,
  } as const;
  const x = {
    type: 'log',
    domain: [1, shifted(last)],
    ticks: [0, 1, 3, 10, 30, 100, 300, 1000].filter((step) => step < last).map(shifted),
    tickFormat: (value: number) => String(Math.round(value - 1)),
  } as const;
  // A layer knows at most all of the digit; of the image there is no such bound.
  const bound = quantity === 'i_ly' ? Math.log(10) : undefined;
  const values = [...paths.map((point) => point[quantity]), ...(bound === undefined ? [] : [bound])];
  const information = Plot.plot({
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
    ...layers.scales(),
    marks: [
      fall,
      bound === undefined ? null : reference({ y: bound, label: 'all there is to know' }),
      lines(paths, { ...place, strokeWidth: ({ layer }: PathPoint) => (layer === 'L5' ? 2.6 : 1.6) }),
      dots(paths, {
        ...place,
        channels: { step: 'step' },
        tip: { format: { x: false, y: '.2f', stroke: false } },
      }),
    ],
  });
  const falling = Plot.plot({
    ...figureStyle,
    width,
    height: 170,
    grid: true,
    x: { ...x, label: 'Steps of training (logarithmic) →' },
    y: { label: '↑ Loss (nats)', domain: [0, Math.max(...loss.map((point) => point.loss))], nice: true },
    marks: [
      fall,
      Plot.line(loss, { x: place.x, y: 'loss', stroke: 'var(--ink)', strokeWidth: 2 }),
      Plot.dot(loss, { x: place.x, y: 'loss', fill: 'var(--ink)', r: 2.5 }),
    ],
  });
  return element('div', {}, information, falling);
}
