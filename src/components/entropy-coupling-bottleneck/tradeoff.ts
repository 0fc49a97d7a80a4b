import * as Plot from '@observablehq/plot';
import { op, type ColumnTable } from 'arquero';
import { figureStyle } from '../figure-style.js';
import { panelTitles } from './panel-titles.js';
import { dashOf, seriesScales } from '../series-scales.js';
import { encoderLabels } from './series.js';

export interface TradeoffOptions {
  readonly ratios: readonly number[];
  /** All ratios that have a colour, also those of other runs. */
  readonly all: readonly number[];
  /** How well the message is understood. */
  readonly measure: 'accuracy' | 'accuracy_word' | 'information';
  readonly width: number;
}

export const measureLabels: Readonly<Record<TradeoffOptions['measure'], string>> = {
  accuracy: '↑ Share of messages guessed right',
  accuracy_word: '↑ Share of code words decoded right',
  information: '↑ Information about the message (bits)',
};

/** Means over the seeds of a temperature, ratio and encoder. */
export interface GamePoint {
  readonly beta: number;
  readonly ratio: number;
  readonly encoder: string;
  readonly rate: number;
  readonly words: number;
  readonly reward: number;
  readonly accuracy: number;
  readonly accuracy_word: number;
  readonly information: number;
  readonly steps: number;
}

export function gamePoints(game: ColumnTable): GamePoint[] {
  return game
    .groupby('beta', 'ratio', 'encoder', 'rate', 'words')
    .rollup({
      reward: op.mean('reward'),
      accuracy: op.mean('accuracy'),
      accuracy_word: op.mean('accuracy_word'),
      information: op.mean('information'),
      steps: op.mean('steps'),
    })
    .orderby('ratio', 'beta')
    .objects() as GamePoint[];
}

/** What is understood against what is earned along β, a line a compression ratio, a panel an encoder. */
export function tradeoff(
  points: readonly GamePoint[],
  { ratios, all, measure, width }: TradeoffOptions,
): SVGElement | HTMLElement {
  const shown = points.filter(({ ratio }) => ratios.includes(ratio));
  const narrow = width < 620;
  const facet = ({ encoder }: { encoder: string }) => encoderLabels[encoder];
  const across = narrow ? { fy: facet } : { fx: facet };
  const panels = { domain: Object.values(encoderLabels), axis: null, padding: 0.12 };
  const name = (ratio: number) => String(ratio);
  const { color, symbol } = seriesScales(all.map(name), (ratio) => `H(M)/R = ${ratio}`);
  const series = ({ ratio }: { ratio: number }) => name(ratio);
  return Plot.plot({
    ...figureStyle,
    marginTop: narrow ? 30 : 44,
    width,
    height: narrow ? 620 : 360,
    grid: true,
    ...(narrow ? { fy: panels } : { fx: panels }),
    x: { label: 'Mean discounted reward →', nice: true, ticks: 5 },
    y: {
      label: measureLabels[measure],
      domain: [0, Math.max(...points.map((point) => point[measure]))],
      nice: true,
    },
    color,
    symbol: { ...symbol, legend: true },
    marks: [
      Plot.frame({ stroke: 'var(--rule)' }),
      panelTitles(narrow),
      ...all
        .filter((ratio) => ratios.includes(ratio))
        .map((ratio) =>
          Plot.line(
            shown.filter((point) => point.ratio === ratio),
            {
              ...across,
              x: 'reward',
              y: measure,
              z: 'encoder',
              stroke: series,
              strokeWidth: 2,
              strokeDasharray: dashOf(all.indexOf(ratio)),
            },
          ),
        ),
      Plot.dot(shown, {
        ...across,
        x: 'reward',
        y: measure,
        stroke: series,
        symbol: series,
        fill: 'var(--ground)',
        r: 4,
        channels: { β: 'beta', words: 'words' },
        tip: { format: { fx: false, fy: false, stroke: false, symbol: false, x: '.3f', y: '.3f' } },
      }),
    ],
  });
}
