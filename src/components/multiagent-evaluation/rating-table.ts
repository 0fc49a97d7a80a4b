import { count, decimals } from '../../lib/text/number.js';
import { table, type TableColumn } from '../table.js';
import type { Rows } from './series.js';

type RatingRow = Rows['ratings'][number];

const columns: readonly TableColumn<RatingRow>[] = [
  { name: 'Strategy', value: ({ strategy }) => strategy },
  { name: 'Elo (points)', value: ({ elo }) => elo, format: ({ elo }) => count(elo) },
  { name: 'α-Rank', value: ({ pi }) => pi, format: ({ pi }) => decimals(pi, 4) },
  {
    name: 'Largest error of Elo’s win probability',
    value: ({ misfit }) => misfit,
    format: ({ misfit }) => decimals(misfit, 2),
  },
];

/** Both ratings of each strategy of a game. */
export function ratingTable(ratings: Rows['ratings'], game: RatingRow['game']): HTMLElement {
  return table(
    ratings.filter((row) => row.game === game),
    columns,
    { caption: `Elo and α-Rank, ${game}`, file: `multiagent-evaluation-ratings-${game}` },
  );
}
