/** A row of the table `intervals`. */
export interface IntervalRow {
  readonly game: number;
  readonly interactions: number;
  readonly profile: string;
  readonly lo: number;
  readonly hi: number;
  readonly pi: number;
  readonly delta: number;
}

/** The rows of the game whose intervals take longest to close. */
export function lastGame(rows: readonly IntervalRow[]): IntervalRow[] {
  const width = new Map<number, number>();
  for (const { game, lo, hi } of rows) width.set(game, (width.get(game) ?? 0) + hi - lo);
  const [[widest]] = [...width].sort((a, b) => b[1] - a[1]);
  return rows.filter(({ game }) => game === widest);
}
