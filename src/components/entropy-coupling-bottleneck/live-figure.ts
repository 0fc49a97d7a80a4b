import { element } from '../element.js';
import { heatmap, type HeatmapCell, massLegend } from './heatmap.js';
import type { LiveCoupling } from './live-coupling.js';

/** Both couplings beside each other: of code words and output, and of input and output. */
export function liveFigure(live: LiveCoupling, { width }: { width: number }): HTMLElement {
  const panel = width < 620 ? width : (width - 16) / 2;
  const most = Math.max(...live.decoder.map(({ mass }) => mass));
  const titled = (title: string, cells: readonly HeatmapCell[], rows: string) =>
    element(
      'div',
      {},
      element('h3', {}, title),
      heatmap(cells, { rows, columns: 'Output Y', most, width: panel }),
    );
  return element(
    'div',
    { class: 'panels' },
    element('div', { class: 'legend' }, massLegend(most)),
    titled('Code word and output', live.decoder, 'Code word T'),
    titled('Input and output', live.coupling, 'Input X'),
  );
}

/** The symbols of each code word, in words; words of one symbol together. */
export function blocksInWords({ blocks }: LiveCoupling): string {
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
