import * as Plot from '@observablehq/plot';
import { flatGroup, max, mean, sort } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import type { tables } from '../../papers/entropy-coupling-bottleneck/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { meansInWords } from '../in-words.js';
import { dots, lines } from '../marks.js';
import type { PageRows } from '../read-rows.js';
import { encoderPanels } from './encoder-panels.js';
import { encoderLabels, named, ratioName } from './series.js';

type GameRow = RowsOf<typeof tables>['game'][number];

/** How well the message is understood. */
export type Understood = 'accuracy' | 'accuracy_word' | 'information';

export interface TradeoffSettings {
  readonly ratios: readonly number[];
  /** All ratios that have a colour, also those of other runs. */
  readonly all: readonly number[];
  readonly measure: Understood;
}

const measureLabels: Readonly<Record<Understood, string>> = {
  accuracy: '↑ Share of messages guessed right',
  accuracy_word: '↑ Share of code words decoded right',
  information: '↑ Information about the message (bits)',
};

/** Means over the seeds of a temperature, ratio and encoder. */
export type GamePoint = Pick<
  GameRow,
  'beta' | 'ratio' | 'encoder' | 'rate' | 'words' | 'reward' | 'steps' | Understood
>;

/** By ratio, then by temperature. */
export function gamePoints(game: readonly GamePoint[]): GamePoint[] {
  const points = flatGroup(
    game,
    ({ beta }) => beta,
    ({ ratio }) => ratio,
    ({ encoder }) => encoder,
  ).map(([beta, ratio, encoder, seeds]) => {
    const [{ rate, words }] = seeds;
    const over = (column: 'reward' | 'steps' | Understood) => mean(seeds, (row) => row[column])!;
    return {
      beta,
      ratio,
      encoder,
      rate,
      words,
      reward: over('reward'),
      accuracy: over('accuracy'),
      accuracy_word: over('accuracy_word'),
      information: over('information'),
      steps: over('steps'),
    };
  });
  return sort(
    points,
    ({ ratio }) => ratio,
    ({ beta }) => beta,
  );
}

/**
 * What is understood against what is earned along β, a line a compression ratio, a panel an encoder; the title tells
 * the size of the run.
 */
export function tradeoff(
  { rows, provenance }: Pick<PageRows<GameRow>, 'rows' | 'provenance'>,
  { ratios, all, measure }: TradeoffSettings,
  width: number,
): Drawing {
  const points = gamePoints(rows);
  const shown = points.filter(({ ratio }) => ratios.includes(ratio));
  const compressions = named(all.map((ratio) => ratioName({ ratio })));
  const panels = encoderPanels(width);
  const place = { ...panels.facet, x: 'reward', y: measure, by: ratioName, series: compressions } as const;
  const plot = Plot.plot({
    ...figureStyle,
    ...panels.options,
    x: { label: 'Mean discounted reward →', nice: true, ticks: 5 },
    y: { label: measureLabels[measure], domain: [0, max(points, (point) => point[measure])!], nice: true },
    ...compressions.scales(shown.map(ratioName)),
    marks: [
      panels.marks,
      lines(shown, { ...place, z: 'encoder' }),
      dots(shown, {
        ...place,
        r: 4,
        channels: { β: 'beta', words: 'words' },
        tip: { format: { fx: false, fy: false, stroke: false, symbol: false, x: '.3f', y: '.3f' } },
      }),
    ],
  });
  const labels = measureLabels[measure].replace('↑ ', '');
  const told = meansInWords(shown, {
    by: ({ encoder, ratio }) => `${encoderLabels[encoder]} at ratio ${ratio}`,
    value: (point) => point[measure],
  });
  const parameter = (name: string) => Number(provenance?.parameters[name]);
  const side = parameter('side');
  const episodes = parameter('seeds') * parameter('episodes');
  return {
    plot,
    alternative: `${labels} against reward, two panels, one an encoder. Means over temperatures: ${told}.`,
    title: `What is earned, and what is understood: ${parameter('messages')} messages on a grid of ${side} × ${side}, ${episodes} episodes a mark.`,
  };
}
