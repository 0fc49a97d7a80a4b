import { max } from 'd3-array';
import { decimals } from '../../lib/text/number.js';
import { element } from '../element.js';
import type { Drawing } from '../figure.js';
import { panels } from '../panels.js';
import { heatmap, type HeatmapCell, massLegend } from './heatmap.js';
import { type LiveCoupling, liveCoupling, type LiveSettings } from './live-coupling.js';

/** Both couplings beside each other: of code words and output, and of input and output. */
export function liveFigure(settings: LiveSettings, width: number): Drawing {
  const live = liveCoupling(settings);
  const most = max(live.decoder, ({ mass }) => mass)!;
  const titled = (title: string, cells: readonly HeatmapCell[], rows: string, panel: number) =>
    element('div', {}, element('h3', {}, title), heatmap(cells, { rows, columns: 'Output Y', most }, panel));
  const bits = (value: number) => decimals(value, 3);
  return {
    plot: panels(width, {
      legend: massLegend(most),
      draw: (panel) => [
        titled('Code word and output', live.decoder, 'Code word T', panel),
        titled('Input and output', live.coupling, 'Input X', panel),
      ],
    }),
    rows: live.coupling.map((cell) => ({ ...cell })),
    title: `R = ${bits(live.rate)} bits, H(T) = I(X;T) = ${bits(live.code.entropy)}, I(T;Y) = ${bits(live.through)}: X and Y share ${bits(live.information)} bits, promised are ${bits(live.bound)}.`,
    caption: `Of the input, ${blocksInWords(live)} Rows of inputs that share a code word have the same shape: the output cannot tell their inputs apart.`,
  };
}

/** The symbols of each code word, in words; words of one symbol together. */
export function blocksInWords({ blocks }: Pick<LiveCoupling, 'blocks'>): string {
  const alone = blocks.filter((symbols) => symbols.length === 1).length;
  const merged = blocks.filter((symbols) => symbols.length > 1).map((symbols) => `{${symbols.join(', ')}}`);
  const words = [
    ...(alone > 0
      ? [`${alone} ${alone === 1 ? 'symbol has a word of its' : 'symbols have a word of their'} own`]
      : []),
    ...(merged.length > 0 ? [`one word each stands for ${merged.join(', ')}`] : []),
  ];
  return `${words.join('; ')}.`;
}
