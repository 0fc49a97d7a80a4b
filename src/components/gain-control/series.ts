import { roles, series } from '../series.js';

export const networks = series({
  mixed: 'excitation and inhibition',
  none: 'no recurrence',
  inhibition: 'inhibition alone',
  excitation: 'excitation alone',
  loop: 'gains inside the loop',
});

/** States of the population. What is before and what is adapted looks as in the tuning curves. */
export const states = series(
  {
    control: 'control',
    frozen: 'biased, gains as before',
    adaptive: 'biased, gains adapted',
  },
  { look: { control: roles.before, frozen: { color: 2, dash: 2, symbol: 2 }, adaptive: roles.after } },
);

/** Gains with which a tuning curve is taken. */
export const contexts = series(
  { control: 'before (control)', adapted: 'adapted' },
  { look: { control: roles.before, adapted: roles.after } },
);

/** The neurons whose gains are followed. Lines are drawn through: dashes are for what they are compared with. */
export const neurons = series(
  { adapter: 'at the adapter', ortho: 'orthogonal to it' },
  { look: { ortho: { dash: 0 } } },
);
