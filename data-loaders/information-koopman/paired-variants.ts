import { mean } from 'd3-array';
import {
  type SystemId,
  systemLabels,
  type TrainedVariant,
} from '../../src/papers/information-koopman/tables.js';

interface ModelRow {
  readonly system: SystemId;
  readonly variant: TrainedVariant | 'dmd';
  readonly seed: number;
}

/** Two variants of a system, seed by seed. */
export interface Paired {
  readonly system: SystemId;
  readonly label: string;
  /** Of one over the other, or what else is made of a pair; nothing where either is missing. */
  compared(of: (one: number, other: number) => number): (number | null)[];
  /** Means over the seeds: NaN where there are none. */
  readonly means: readonly [one: number, other: number];
}

/** A quantity of two variants, which begin alike where they share a seed, for each system that rows tell of. */
export function pairedVariants<R extends ModelRow>(
  rows: readonly R[],
  [one, other]: readonly [TrainedVariant, TrainedVariant],
  value: (row: R) => number,
): Paired[] {
  return [...new Set(rows.map(({ system }) => system))].map((system) => {
    const own = rows.filter((row) => row.system === system && row.variant !== 'dmd');
    const seeds = [...new Set(own.map(({ seed }) => seed))];
    const [first, second] = [one, other].map((variant) =>
      seeds.map((seed) => {
        const row = own.find((candidate) => candidate.variant === variant && candidate.seed === seed);
        return row === undefined ? null : value(row);
      }),
    );
    return {
      system,
      label: systemLabels[system],
      compared: (of) =>
        first.map((a, i) => {
          const b = second[i];
          return a === null || b === null ? null : of(a, b);
        }),
      means: [mean(first) ?? NaN, mean(second) ?? NaN],
    };
  });
}

/** The first of two numbers as a multiple of the second. */
export const ratio = (one: number, other: number) => one / other;

/** The first of two numbers less the second. */
export const difference = (one: number, other: number) => one - other;
