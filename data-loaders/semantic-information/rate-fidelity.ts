import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { tables } from '../../src/papers/semantic-information/tables.js';

type RateFidelityParameters = {
  /** Widths σ of the truth functions. */
  readonly widths: readonly number[];
  /** Slopes s at which the curve is computed. */
  readonly slopes: readonly number[];
  /** Most iterations a point: where a label is about to die out, they are many. */
  readonly cap: number;
};

/** `from`, `from` + `step`, … up to `to`; rounded, so that 0.3 is 0.3. */
function steps(from: number, to: number, step: number): number[] {
  const count = Math.round((to - from) / step);
  return Array.from({ length: count + 1 }, (_, i) => Math.round((from + i * step) * 1e6) / 1e6);
}

const quick: RateFidelityParameters = {
  cap: 5000,
  widths: [4, 6, 8, 10, 12, 16, 24],
  slopes: [
    ...steps(-2, -0.25, 0.25),
    -0.1,
    ...steps(0.1, 1, 0.05),
    ...steps(1.25, 4, 0.25),
    ...steps(5, 16, 1),
  ],
};

const full: RateFidelityParameters = {
  cap: 500_000,
  widths: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 18, 20, 24, 30],
  slopes: [...steps(-2, -0.1, 0.1), ...steps(0.1, 1, 0.02), ...steps(1.1, 4, 0.1), ...steps(4.25, 16, 0.25)],
};

export const definition = defineExperiment({
  title: 'The rate-fidelity curve',
  description:
    'Least Shannon information that conveys a given semantic information, for four labels on the numbers 0 to 100.',
  tables: { rate_fidelity: tables.rate_fidelity, matched: tables.matched },
  profiles: { quick, full },
  scale: ({ widths, slopes }) => ({
    level: 'exact',
    data: `curves of ${widths.length} widths, at ${slopes.length} slopes each`,
  }),
  seed: 1,
  compute: 'plain',
  parts: () => [{ id: 'all' }],
});
