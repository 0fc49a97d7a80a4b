import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { tables } from '../../src/papers/semantic-information/tables.js';

type ClassParameters = {
  readonly weight: number;
  readonly mean: readonly [number, number];
  readonly deviation: readonly [number, number];
  readonly correlation: number;
};

/** Classes of points of the plane. */
export type PlaneParameters = {
  readonly name: (typeof tables.mmi_rounds.columns.problem.values)[number];
  readonly classes: readonly ClassParameters[];
  /** Random starts. */
  readonly starts: number;
};

/** Two classes on a line. */
export type LineParameters = {
  readonly name: (typeof tables.thresholds.columns.problem.values)[number];
  readonly weights: readonly [number, number];
  readonly means: readonly [number, number];
  readonly deviations: readonly [number, number];
  /** The first cell of the second label at the start. */
  readonly starts: readonly number[];
};

type ClassificationParameters = {
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

const quick: ClassificationParameters = {
  side: 101,
  planes: [{ name: 'three', classes: three, starts: 100 }],
  kept: 4,
  lines: [
    { name: 'rare', weights: [0.8, 0.2], means: [30, 70], deviations: [15, 10], starts: [50, 20] },
    { name: 'frozen', weights: [0.7, 0.3], means: [35, 60], deviations: [12, 8], starts: [50, 20] },
  ],
};

const full: ClassificationParameters = {
  ...quick,
  planes: [
    { name: 'three', classes: three, starts: 2000 },
    { name: 'five', classes: five, starts: 500 },
  ],
};

export const definition = defineExperiment({
  title: 'Classification for the most information',
  description:
    'Partitions of feature space that keep as much information about an unseen class as possible, by matching two channels in turn.',
  tables: {
    mmi_rounds: tables.mmi_rounds,
    mmi_references: tables.mmi_references,
    mmi_maps: tables.mmi_maps,
    thresholds: tables.thresholds,
    threshold_paths: tables.threshold_paths,
  },
  profiles: { quick, full },
  scale: ({ planes, lines }) => ({
    level: 'stand-in',
    data: `known distributions of ours: ${planes.map(({ classes }) => `${classes.length} classes`).join(' and ')} on the plane, ${lines.length} pairs on a line`,
    model: 'partitions by channels’ matching',
    training: 'until no label changes',
    repetitions: planes.map(({ name, starts }) => `${starts} random starts (${name})`).join(', '),
  }),
  seed: 1,
  compute: 'plain',
  parts: ({ planes }) => [
    ...planes.map((plane) => ({
      id: `plane-${plane.name}`,
      cost: plane.starts * plane.classes.length,
      of: { plane },
    })),
    { id: 'line', of: { plane: null } },
  ],
});
