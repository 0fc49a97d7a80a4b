import * as Plot from '@observablehq/plot';
import { extent, flatRollup, max, mean, sort } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { count, percent } from '../../lib/text/number.js';
import type { tables } from '../../papers/entropy-coupling-bottleneck/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { dots, lines } from '../marks.js';
import { lettering } from '../palette.js';
import { panels } from '../panels.js';
import { encoders } from './series.js';

type GameRow = RowsOf<typeof tables>['game'][number];

/** What an encoder does at a compression ratio, on average over seeds and temperatures. */
interface Understood {
  readonly ratio: number;
  readonly encoder: GameRow['encoder'];
  /** Share of whole messages that are guessed right. */
  readonly accuracy: number;
  /** Information about the message, as a share of the rate. */
  readonly told: number;
}

/** The same game counted twice, against the compression ratio: whole messages guessed right, and bits that arrive. */
export function understood(game: readonly GameRow[], width: number): Drawing {
  const points: Understood[] = sort(
    flatRollup(
      game,
      (rows) => ({
        accuracy: mean(rows, ({ accuracy }) => accuracy)!,
        told: mean(rows, ({ information, rate }) => information / rate)!,
      }),
      ({ ratio }) => ratio,
      ({ encoder }) => encoder,
    ).map(([ratio, encoder, found]) => ({ ratio, encoder, ...found })),
    ({ ratio }) => ratio,
  );
  const ratios = [...new Set(points.map(({ ratio }) => ratio))];
  const { color, symbol } = encoders.scales();
  const panel = (measure: 'accuracy' | 'told', label: string, side: number, names: Plot.Markish = null) =>
    Plot.plot({
      ...figureStyle,
      width: side,
      height: 280,
      grid: true,
      color,
      symbol: { ...symbol, legend: false },
      x: { label: 'Compression H(M)/R →', ticks: ratios },
      y: { label: `↑ ${label}`, domain: [0, 1], ticks: 5, tickFormat: '.0%' },
      marks: [
        lines(points, { x: 'ratio', y: measure, by: 'encoder', series: encoders }),
        dots(points, {
          x: 'ratio',
          y: measure,
          by: 'encoder',
          series: encoders,
          r: 4.5,
          tip: { format: { y: '.1%', stroke: false, symbol: false } },
        }),
        names,
      ],
    });
  const pairs = pairsOf(points);
  const more = extent(pairs, ({ greedy, uniform }) => greedy.accuracy - uniform.accuracy);
  const apart = max(pairs, ({ greedy, uniform }) => Math.abs(greedy.told - uniform.told))!;
  const each = pairs.map(
    ({ greedy, uniform }) =>
      `${percent(greedy.accuracy)} and ${percent(uniform.accuracy)} at ratio ${greedy.ratio}`,
  );
  return {
    plot: panels(width, {
      draw: (side) => [
        panel(
          'accuracy',
          'Whole messages guessed right',
          side,
          // Where the lines are furthest apart, right of their second marks.
          Plot.text(
            points.filter(({ ratio }) => ratio === ratios[1]),
            {
              x: 'ratio',
              y: 'accuracy',
              text: ({ encoder }: Understood) => encoders.label(encoder),
              fill: ({ encoder }: Understood) => lettering(encoders.color(encoder)),
              textAnchor: 'start',
              dx: 10,
              dy: -8,
            },
          ),
        ),
        panel('told', 'Bits that arrive, of the rate R', side),
      ],
    }),
    title: `With the greedy code, ${more.map((share) => count(100 * share!)).join(' to ')} more of 100 messages are guessed right; in bits both codes tell the same, to ${percent(apart, 1)} of the rate.`,
    alternative: `Two panels against the compression ratio. Whole messages guessed right, with the greedy code and with the uniform quantiser: ${each.join('; ')}. In the other panel, the share of the rate that arrives: the codes differ by ${percent(apart, 1)} at most.`,
  };
}

/** Both encoders at each ratio at which there is something to compress. */
function pairsOf(points: readonly Understood[]) {
  const at = (encoder: GameRow['encoder']) => points.filter((point) => point.encoder === encoder);
  return at('greedy').flatMap((greedy) => {
    const uniform = at('uniform').find(({ ratio }) => ratio === greedy.ratio);
    return uniform && greedy.ratio > 1 ? [{ greedy, uniform }] : [];
  });
}
