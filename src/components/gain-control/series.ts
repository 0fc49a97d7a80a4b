import { series } from '../series.js';

export const networks = series({
  mixed: 'excitation and inhibition',
  none: 'no recurrence',
  inhibition: 'inhibition alone',
  excitation: 'excitation alone',
  loop: 'gains inside the loop',
});

/** States of the population. */
export const states = series({
  control: 'control',
  frozen: 'biased, gains as before',
  adaptive: 'biased, gains adapted',
});

/** Gains with which a tuning curve is taken. */
export const contexts = series(
  { control: 'before (control)', adapted: 'adapted' },
  { look: { control: { color: 1, dash: 1, symbol: 1 }, adapted: { color: 0, dash: 0, symbol: 0 } } },
);

/** The neurons whose gains are followed. Lines are drawn through: dashes are for what they are compared with. */
export const neurons = series(
  { adapter: 'at the adapter', ortho: 'orthogonal to it' },
  { look: { ortho: { dash: 0 } } },
);
