import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { full, quick, type ClassificationParameters } from './classification-parameters.js';

const bits = { type: 'float64', unit: 'bits' } as const;
const problem = { type: 'string', description: 'which classes: three or five' } as const;
const start = {
  type: 'string',
  description:
    'number of the random start, or how stripes cut the plane: columns (by z₁) or rows (by z₂); map for the likeliest class',
} as const;
const line = { type: 'string', description: 'which two classes on a line: rare or frozen' } as const;

export const definition: Definition<ClassificationParameters> = {
  title: 'Classification for the most information',
  description:
    'Partitions of feature space that keep as much information about an unseen class as possible, by matching two channels in turn.',
  tables: {
    mmi_rounds: {
      description: 'One row a round of a run',
      columns: {
        problem,
        start,
        round: { type: 'int32', description: 'rounds done' },
        MI: { ...bits, description: 'I(X; Y) of the partition' },
        moved: { type: 'int32', description: 'cells whose label this round changed' },
      },
    },
    mmi_references: {
      description: 'One row a problem',
      columns: {
        problem,
        MAP: { ...bits, description: 'I(X; Y) of the partition by the likeliest class' },
        bound: { ...bits, description: 'I(X; Z), which no partition can exceed' },
      },
    },
    mmi_maps: {
      description: 'Partitions of some runs: one row a stretch of equal labels along z₁',
      columns: {
        problem,
        start,
        round: { type: 'int32', description: 'rounds done' },
        z2: { type: 'int32', description: 'second feature' },
        from: { type: 'int32', description: 'first z₁ of the stretch' },
        to: { type: 'int32', description: 'last z₁ of the stretch' },
        label: { type: 'int32', description: 'label, from 1' },
      },
    },
    thresholds: {
      description: 'Two classes on a line, cut in two: one row a cut',
      columns: {
        problem: line,
        boundary: { type: 'int32', description: 'first cell of the second label' },
        MI: { ...bits, description: 'I(X; Y)' },
        MAP: { type: 'boolean', description: 'whether this is the partition by the likeliest class' },
      },
    },
    threshold_paths: {
      description: 'Channels’ matching on the line: one row a round',
      columns: {
        problem: line,
        start: { type: 'int32', description: 'boundary at the start' },
        round: { type: 'int32', description: 'rounds done' },
        boundary: { type: 'int32', description: 'first cell of the second label' },
        pieces: { type: 'int32', description: 'stretches of equal labels; 2 for a single cut' },
        MI: { ...bits, description: 'I(X; Y)' },
      },
    },
  },
  profiles: { quick, full },
  seed: 1,
  compute: 'plain',
  parts: ({ planes }) => [
    ...planes.map(({ name, starts, classes }) => ({ id: `plane-${name}`, cost: starts * classes.length })),
    { id: 'line' },
  ],
};

export async function* run(context: Context<ClassificationParameters>): AsyncGenerator<RunEvent, void, void> {
  const { runClassification } = await import('./classification-run.js');
  yield* runClassification(context);
}
