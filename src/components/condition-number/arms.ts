import { seriesColors, seriesDashes, seriesSymbols } from '../palette.js';

/** What is tuned, in the order of the figures; KappaTune first. */
export const armGroups = {
  main: ['low', 'high', 'rand', 'all', 'lora2'],
  types: ['a-low', 'a-high', 'b-low', 'b-high'],
} as const;

/** Which arms of a network are compared: the one that should forget less comes first. */
export const armPairs: readonly (readonly [less: string, more: string])[] = [
  ...armGroups.main.slice(1).map((arm) => ['low', arm] as const),
  ['a-low', 'a-high'],
  ['b-low', 'b-high'],
];

export type ArmGroup = keyof typeof armGroups;

export const armLabels: Readonly<Record<string, string>> = {
  low: 'lowest κ',
  high: 'highest κ',
  rand: 'random',
  all: 'all',
  lora2: 'LoRA',
  'a-low': 'A, low κ',
  'a-high': 'A, high κ',
  'b-low': 'B, low κ',
  'b-high': 'B, high κ',
};

/** Orange is KappaTune wherever it stands. */
const order = [1, 0, 2, 6, 3];

export const styleOf = (arms: readonly string[], arm: string) => {
  const at = order[arms.indexOf(arm)];
  return { color: seriesColors[at], symbol: seriesSymbols[at], dash: seriesDashes[arms.indexOf(arm)] };
};

/** Scales of Plot for a group of arms: each has its own colour and symbol. */
export function armScales(arms: readonly string[]) {
  const tickFormat = (arm: string) => armLabels[arm];
  return {
    color: { domain: [...arms], range: arms.map((arm) => styleOf(arms, arm).color), tickFormat },
    symbol: { domain: [...arms], range: arms.map((arm) => styleOf(arms, arm).symbol), tickFormat },
  };
}

export const studyLabels: Readonly<Record<string, string>> = {
  base: 'base: 500 steps of training, width 48',
  longer: 'longer: 800 steps of training',
  wider: 'wider: width 96',
};
