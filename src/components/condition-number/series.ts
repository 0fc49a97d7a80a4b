import { roles, series } from '../series.js';

/** What is tuned. Orange is KappaTune wherever it stands; arms that are shown together look apart. */
export const arms = series(
  {
    low: 'lowest κ',
    high: 'highest κ',
    rand: 'random',
    all: 'all',
    lora2: 'LoRA',
    'a-low': 'A, low κ',
    'a-high': 'A, high κ',
    'b-low': 'B, low κ',
    'b-high': 'B, high κ',
  },
  {
    look: {
      low: { color: 1, symbol: 1, dash: 0 },
      high: { color: 0, symbol: 0, dash: 1 },
      all: { color: 6, symbol: 6 },
      lora2: { color: 3, symbol: 3 },
      'a-low': { color: 1, symbol: 1, dash: 0 },
      'a-high': { color: 0, symbol: 0, dash: 1 },
      'b-low': { color: 2, symbol: 2, dash: 2 },
      'b-high': { color: 6, symbol: 6, dash: 3 },
    },
  },
);

/** Where the singular values between the extremes lie, by the geometric mean of σ² over c/n. */
export const middles = series(
  { small: 'middle σ² below 0.7 c/n', near: 'near c/n', large: 'above 1.4 c/n' },
  { look: { small: { color: 1, symbol: 2 }, near: { color: 0, symbol: 0 }, large: { color: 2, symbol: 1 } } },
);

/** When a tensor is looked at; told by its symbol. */
export const phases = series(
  { init: 'untrained', trained: 'trained' },
  { look: { init: { symbol: 2 }, trained: { symbol: 0 } } },
);

/** What KappaTune does with a tensor; told by its colour. */
export const choices = series(
  { selected: 'selected', frozen: 'frozen' },
  { look: { selected: { color: 1 }, frozen: { color: 6 } } },
);

/** The cloud of a live unit's outputs. */
export const stages = series(
  { before: 'before tanh', after: 'after tanh' },
  { look: { before: roles.before, after: roles.after } },
);
