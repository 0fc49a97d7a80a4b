import { series } from '../series.js';

/** What EM (no inner steps) and CM-EM are called: EM, E3M and the like. */
export function algorithmName(inner: number): string {
  return inner === 0 ? 'EM' : `E${inner}M`;
}

/** Those that were run. */
export const algorithms = series({ EM: 'EM', E2M: 'E2M', E3M: 'E3M', E5M: 'E5M', E20M: 'E20M' });

/** Which algorithm is there sooner from a start. */
export const outcomes = series(
  { cmEm: 'CM-EM sooner', equal: 'both alike', em: 'EM sooner' },
  { look: { cmEm: { color: 1 }, equal: { color: 'var(--not-tested)' }, em: { color: 0 } } },
);

/** The truth, and two guesses at it; CM-EM is called by its inner steps. */
export const guesses = (inner: number) =>
  series(
    { truth: 'truth', em: algorithmName(0), cmEm: algorithmName(inner) },
    { look: { truth: { color: 'var(--ink-soft)' }, em: { color: 0, dash: 0 }, cmEm: { color: 1, dash: 1 } } },
  );

/** By what the centre of a label is judged. */
export const criteria = series({
  information: 'semantic information I(X; θ)',
  likelihood: 'mean log-likelihood',
});

/** Labels of a partition. */
export const partitionLabels = series({
  1: 'label 1',
  2: 'label 2',
  3: 'label 3',
  4: 'label 4',
  5: 'label 5',
});
