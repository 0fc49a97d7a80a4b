/** What is timed: it does its work once and says how long that took, in seconds, by its own clock. */
export type Contender = () => Promise<number>;

/** Times a piece of work in this thread. */
export function timed(work: () => unknown): Contender {
  return async () => {
    const start = performance.now();
    await work();
    return (performance.now() - start) / 1000;
  };
}

/**
 * The median time of each contender. They take turns, every other round in reverse, so that what else the
 * machine does falls on all of them alike.
 */
export async function medians<Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  { rounds, warmUps = 1 }: { readonly rounds: number; readonly warmUps?: number },
): Promise<Record<Name, number>> {
  const names = Object.keys(contenders) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < warmUps + rounds; round++)
    for (const name of round % 2 ? names.toReversed() : names) {
      const seconds = await contenders[name]();
      if (round >= warmUps) times[name].push(seconds);
    }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
