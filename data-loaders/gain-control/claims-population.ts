import type { Claim } from '../../src/lib/experiment/claim.js';
import { liesBelow } from '../../src/lib/experiment/predicate.js';
import { exactly } from '../../src/lib/experiment/measuring.js';
import { short, stateOf } from './rows-of.js';

/** Claims on the population. */
export const populationClaims: readonly Claim[] = [
  {
    id: 'homeostasis',
    statement:
      'Adapted gains even out the time-averaged responses that the biased ensemble would make unequal.',
    kind: 'quantitative',
    reported: { value: 'responses are equalised', where: 'results', recalled: true },
    figure: 'equalisation',
    tables: ['states'],
    measure({ states }) {
      const [frozen, adaptive] = ['frozen', 'adaptive'].map((state) => stateOf(states, state).variation);
      const detail = `coefficient of variation ${short(adaptive)} with adapted gains, ${short(frozen)} with the gains as before`;
      return exactly(adaptive / frozen, 'of the variation without adaptation', detail);
    },
    criterion: 'the coefficient of variation over neurons is below 0.75 of the one with gains as before',
    judge: liesBelow(0.75),
  },
  {
    id: 'decorrelation',
    statement: 'Adaptation reduces the correlations of responses that the stimuli cause.',
    kind: 'qualitative',
    reported: { value: 'stimulus-driven decorrelation', where: 'abstract' },
    figure: 'covariance',
    tables: ['states'],
    measure({ states }) {
      const [control, frozen, adaptive, whitened] = ['control', 'frozen', 'adaptive', 'whitened'].map(
        (state) => stateOf(states, state),
      );
      const change = adaptive.correlation - frozen.correlation;
      const removed = -change / (frozen.correlation - control.correlation);
      const detail = `mean absolute correlation ${short(control.correlation, 4)} under control, ${short(frozen.correlation, 4)} with gains as before, ${short(adaptive.correlation, 4)} adapted: ${short(100 * removed, 0)} % of the excess over control is removed; norm of the shared covariance ${short(frozen.shared_norm)} before, ${short(adaptive.shared_norm)} adapted; whitening by any rewiring reaches ${short(whitened.correlation, 4)}`;
      return exactly(change, 'change of the mean absolute correlation', detail);
    },
    criterion: 'the mean absolute correlation is lower than with the gains as before; its size is reported',
    judge: liesBelow(0),
  },
];
