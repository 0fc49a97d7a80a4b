import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import { exactly } from '../../src/lib/experiment/measurement.js';
import { isLessThan } from '../../src/lib/experiment/predicate.js';
import { decimals, percent } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/gain-control/tables.js';
import { inState } from './judged-rows.js';

const claim = claimsOn(tables);

/** Claims on the population. */
export const populationClaims = [
  claim({
    id: 'homeostasis',
    statement:
      'Adapted gains even out the time-averaged responses that the biased ensemble would make unequal.',
    kind: 'quantitative',
    reported: { value: 'responses are equalised', where: 'results', recalled: true },
    figure: 'equalisation',
    tables: ['states'],
    measure({ states }) {
      const adaptive = inState(states, 'adaptive').variation!;
      const frozen = inState(states, 'frozen').variation!;
      const detail = `coefficient of variation ${decimals(adaptive, 3)} with adapted gains, ${decimals(frozen, 3)} with the gains as before`;
      return exactly(adaptive / frozen, 'of the variation without adaptation', detail);
    },
    criterion: 'the coefficient of variation over neurons is below 0.75 of the one with gains as before',
    judge: isLessThan(0.75),
  }),
  claim({
    id: 'decorrelation',
    statement: 'Adaptation reduces the correlations of responses that the stimuli cause.',
    kind: 'qualitative',
    reported: { value: 'stimulus-driven decorrelation', where: 'abstract' },
    figure: 'covariance',
    tables: ['states'],
    measure({ states }) {
      const control = inState(states, 'control');
      const frozen = inState(states, 'frozen');
      const adaptive = inState(states, 'adaptive');
      const whitened = inState(states, 'whitened');
      const change = adaptive.correlation - frozen.correlation;
      const removed = -change / (frozen.correlation - control.correlation);
      const detail = `mean absolute correlation ${decimals(control.correlation, 4)} under control, ${decimals(frozen.correlation, 4)} with gains as before, ${decimals(adaptive.correlation, 4)} adapted: ${percent(removed)} of the excess over control is removed; norm of the shared covariance ${decimals(frozen.shared_norm, 3)} before, ${decimals(adaptive.shared_norm, 3)} adapted; whitening by any rewiring reaches ${decimals(whitened.correlation, 4)}`;
      return exactly(change, 'change of the mean absolute correlation', detail);
    },
    criterion: 'the mean absolute correlation is lower than with the gains as before; its size is reported',
    judge: isLessThan(0),
  }),
];
