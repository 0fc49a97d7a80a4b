export type ClassParameters = {
  readonly weight: number;
  readonly mean: readonly [number, number];
  readonly deviation: readonly [number, number];
  readonly correlation: number;
};

export type PlaneParameters = {
  readonly name: string;
  readonly classes: readonly ClassParameters[];
  /** Random starts. */
  readonly starts: number;
};

export type LineParameters = {
  readonly name: string;
  readonly weights: readonly [number, number];
  readonly means: readonly [number, number];
  readonly deviations: readonly [number, number];
  /** The first cell of the second label at the start. */
  readonly starts: readonly number[];
};

export type ClassificationParameters = {
  /** Cells on a side of feature space. */
  readonly side: number;
  readonly planes: readonly PlaneParameters[];
  /** Random starts of each problem whose partitions are kept. */
  readonly kept: number;
  readonly lines: readonly LineParameters[];
};

const three: readonly ClassParameters[] = [
  { weight: 0.5, mean: [50, 50], deviation: [15, 10], correlation: 0.5 },
  { weight: 0.3, mean: [65, 35], deviation: [10, 12], correlation: 0 },
  { weight: 0.2, mean: [35, 65], deviation: [8, 15], correlation: -0.4 },
];

const five: readonly ClassParameters[] = [
  { weight: 0.3, mean: [50, 50], deviation: [15, 10], correlation: 0.5 },
  { weight: 0.25, mean: [65, 35], deviation: [10, 12], correlation: 0 },
  { weight: 0.2, mean: [35, 65], deviation: [8, 15], correlation: -0.4 },
  { weight: 0.15, mean: [25, 30], deviation: [10, 8], correlation: 0.3 },
  { weight: 0.1, mean: [75, 70], deviation: [9, 9], correlation: -0.2 },
];

export const quick: ClassificationParameters = {
  side: 101,
  planes: [{ name: 'three', classes: three, starts: 100 }],
  kept: 4,
  lines: [
    { name: 'rare', weights: [0.8, 0.2], means: [30, 70], deviations: [15, 10], starts: [50, 20] },
    { name: 'frozen', weights: [0.7, 0.3], means: [35, 60], deviations: [12, 8], starts: [50, 20] },
  ],
};

export const full: ClassificationParameters = {
  ...quick,
  planes: [
    { name: 'three', classes: three, starts: 2000 },
    { name: 'five', classes: five, starts: 500 },
  ],
};
