import { type TableColumn, table } from '../table.js';
import { encoderLabels } from './series.js';
import type { GamePoint } from './tradeoff.js';

const digits = (value: number, after: number) => value.toFixed(after).replace('-', '−');

const columns: readonly TableColumn<GamePoint>[] = [
  { name: 'Encoder', value: ({ encoder }) => encoderLabels[encoder] },
  { name: 'H(M)/R', value: ({ ratio }) => ratio },
  { name: 'β', value: ({ beta }) => beta },
  { name: 'R (bits)', value: ({ rate }) => rate, format: ({ rate }) => digits(rate, 2) },
  { name: 'Code words', value: ({ words }) => words },
  { name: 'Reward', value: ({ reward }) => reward, format: ({ reward }) => digits(reward, 3) },
  {
    name: 'Messages right',
    value: ({ accuracy }) => accuracy,
    format: ({ accuracy }) => digits(accuracy, 3),
  },
  {
    name: 'Words right',
    value: ({ accuracy_word }) => accuracy_word,
    format: ({ accuracy_word }) => digits(accuracy_word, 3),
  },
  {
    name: 'Information (bits)',
    value: ({ information }) => information,
    format: ({ information }) => digits(information, 2),
  },
  { name: 'Steps', value: ({ steps }) => steps, format: ({ steps }) => digits(steps, 1) },
];

/** Everything measured in the coding game, means over seeds. */
export function gameTable(points: readonly GamePoint[]): HTMLElement {
  return table(points, columns, {
    caption: 'The coding game: means over episodes and seeds',
    file: 'entropy-coupling-bottleneck-game',
  });
}
