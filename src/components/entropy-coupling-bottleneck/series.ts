import { significant } from '../../lib/text/number.js';
import { series } from '../series.js';

export const sourceLabels = {
  three: 'three symbols: 0.7, 0.2, 0.1',
  six: 'six symbols: 0.36 … 0.06',
  uniform: 'eight equally likely symbols',
  binomial: 'binomial, 20 trials of ½',
  geometric: 'geometric of ½, 21 symbols',
} as const;

/** What a code is chosen from. */
export const methods = series({
  moves: 'moves of Theorem 3',
  greedy: 'greedy',
  optimal: 'best deterministic',
  grid: 'coarse grid of all codes',
});

export const couplings = series({ greedy: 'greedy coupling', independent: 'independent coupling' });

export const encoderLabels = { greedy: 'greedy code', uniform: 'uniform quantiser' } as const;

export const encoders = series(encoderLabels);

/** The name of a series whose rows have this ratio, and that of one whose rows have this temperature. */
export const ratioName = ({ ratio }: { readonly ratio: number }) => `H(M)/R = ${ratio}`;
export const temperatureName = ({ beta }: { readonly beta: number }) => `β = ${significant(beta, 2)}`;

/** Series that are told by their names. */
export const named = (names: readonly string[]) =>
  series(Object.fromEntries(names.map((name) => [name, name])));
