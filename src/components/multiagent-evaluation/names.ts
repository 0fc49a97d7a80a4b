/** Sampling schemes in words. */
export const schemeLabels: Readonly<Record<string, string>> = {
  UE: 'UE: one edge at a time',
  U: 'U: any undecided edge',
  VW: 'VW: by undecided edges',
  CW: 'CW: the least played',
  even: 'even: all profiles in turn',
};

export const gameLabels: Readonly<Record<string, string>> = {
  symmetric: 'random symmetric 2 × 2',
  random: 'random 4 × 4',
  soccer: 'soccer, 10 agents',
};

export const kindLabels: Readonly<Record<string, string>> = {
  UCB: 'Hoeffding',
  'CP-UCB': 'Clopper–Pearson',
  'R-UCB': 'Hoeffding, relaxed',
  'R-CP-UCB': 'Clopper–Pearson, relaxed',
};
