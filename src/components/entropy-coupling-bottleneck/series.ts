export const sourceLabels: Readonly<Record<string, string>> = {
  three: 'three symbols: 0.7, 0.2, 0.1',
  six: 'six symbols: 0.36 … 0.06',
  uniform: 'eight equally likely symbols',
  binomial: 'binomial, 20 trials of ½',
  geometric: 'geometric of ½, 21 symbols',
};

/** What a code is chosen from, in the order of the colours. */
export const methodLabels: Readonly<Record<string, string>> = {
  moves: 'moves of Theorem 3',
  greedy: 'greedy',
  optimal: 'best deterministic',
  grid: 'coarse grid of all codes',
};

export const methodIds = Object.keys(methodLabels);

export const encoderLabels: Readonly<Record<string, string>> = {
  greedy: 'greedy code',
  uniform: 'uniform quantiser',
};
