import type { ColumnTable } from 'arquero';
import { distinct, mean } from '../../src/lib/experiment/measuring.js';
import { type MatchedRow, ofStudy, short } from './rows-of.js';

/** The share of the seeds in which an order must hold: four of five, eight of ten. */
export const neededShare = 0.8;

/** Forgetting of two arms at matched adaptation, seed by seed. */
export interface PairedForgetting {
  readonly less: string;
  readonly more: string;
  /** Means over the seeds in which both arms came to the target. */
  readonly meanLess: number;
  readonly meanMore: number;
  /** Seeds in which the first forgot less, and in which both came to the target. */
  readonly wins: number;
  readonly pairs: number;
  readonly seeds: number;
}

/** @param less the arm that should forget less; @param more the arm that should forget more */
export function pairedForgetting(
  matched: ColumnTable,
  study: string,
  less: string,
  more: string,
): PairedForgetting {
  const rows = ofStudy<MatchedRow>(matched, study);
  const seeds = distinct(rows.map(({ seed }) => seed));
  const forget = (arm: string, seed: number) =>
    rows.find((row) => row.arm === arm && row.seed === seed)?.forget ?? null;
  const pairs = seeds
    .map((seed) => [forget(less, seed), forget(more, seed)] as const)
    .filter((pair): pair is readonly [number, number] => pair[0] !== null && pair[1] !== null);
  return {
    less,
    more,
    meanLess: mean(pairs.map(([of]) => of)),
    meanMore: mean(pairs.map(([, of]) => of)),
    wins: pairs.filter(([of, other]) => of < other).length,
    pairs: pairs.length,
    seeds: seeds.length,
  };
}

/** Whether the mean is lower, and the order holds in enough of all seeds: one that could not be compared counts against. */
export function holds({ meanLess, meanMore, wins, seeds }: PairedForgetting): boolean {
  return meanLess < meanMore && wins >= neededShare * seeds;
}

/** `low 0.004 against rand 0.034 (5 of 5 seeds)` */
export function told({ less, more, meanLess, meanMore, wins, pairs }: PairedForgetting): string {
  return `${less} ${short(meanLess)} against ${more} ${short(meanMore)} (${wins} of ${pairs} seeds)`;
}
