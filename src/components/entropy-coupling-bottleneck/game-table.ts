import { decimals } from '../../lib/text/number.js';
import { table, type TableColumn } from '../table.js';
import { encoderLabels } from './series.js';
import type { GamePoint } from './tradeoff.js';

const columns: readonly TableColumn<GamePoint>[] = [
  { name: 'Encoder', value: ({ encoder }) => encoderLabels[encoder] },
  { name: 'H(M)/R', value: ({ ratio }) => ratio },
  { name: 'β', value: ({ beta }) => beta },
  { name: 'R (bits)', value: ({ rate }) => rate, format: ({ rate }) => decimals(rate, 2) },
  { name: 'Code words', value: ({ words }) => words },
  { name: 'Reward', value: ({ reward }) => reward, format: ({ reward }) => decimals(reward, 3) },
  {
    name: 'Messages right',
    value: ({ accuracy }) => accuracy,
    format: ({ accuracy }) => decimals(accuracy, 3),
  },
  {
    name: 'Words right',
    value: ({ accuracy_word }) => accuracy_word,
    format: ({ accuracy_word }) => decimals(accuracy_word, 3),
  },
  {
    name: 'Information (bits)',
    value: ({ information }) => information,
    format: ({ information }) => decimals(information, 2),
  },
  { name: 'Steps', value: ({ steps }) => steps, format: ({ steps }) => decimals(steps, 1) },
];

/** Everything measured in the coding game, means over seeds. */
export function gameTable(points: readonly GamePoint[]): HTMLElement {
  return table(points, columns, {
    caption: 'The coding game: means over episodes and seeds',
    file: 'entropy-coupling-bottleneck-game',
  });
}
