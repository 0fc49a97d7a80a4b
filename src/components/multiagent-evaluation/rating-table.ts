import type { ColumnTable } from 'arquero';
import { type TableColumn, table } from '../table.js';

interface RatingRow {
  readonly game: string;
  readonly strategy: string;
  readonly elo: number;
  readonly pi: number;
  readonly misfit: number;
}

const columns: readonly TableColumn<RatingRow>[] = [
  { name: 'Strategy', value: ({ strategy }) => strategy },
  {
    name: 'Elo (points)',
    value: ({ elo }) => elo,
    format: ({ elo }) => (Math.round(elo) || 0).toString().replace('-', '−'),
  },
  { name: 'α-Rank', value: ({ pi }) => pi, format: ({ pi }) => pi.toFixed(4) },
  {
    name: 'Largest error of Elo’s win probability',
    value: ({ misfit }) => misfit,
    format: ({ misfit }) => misfit.toFixed(2),
  },
];

/** Both ratings of each strategy of a game. */
export function ratingTable(ratings: ColumnTable, game: string): HTMLElement {
  const rows = (ratings.objects() as RatingRow[]).filter((row) => row.game === game);
  return table(rows, columns, {
    caption: `Elo and α-Rank, ${game}`,
    file: `multiagent-evaluation-ratings-${game}`,
  });
}
