import type { RowOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { holdoutSets, holdoutTrial } from '../../src/papers/adaptive-data-analysis/holdout-trial.js';
import { gaussianNoise } from '../../src/papers/adaptive-data-analysis/thresholdout.js';
import type { definition } from './holdout.js';

type Tables = typeof definition.tables;
type AccuracyRow = RowOf<Tables['holdout']['columns']>;
type SelectionRow = RowOf<Tables['selection']['columns']>;

/** Runs the experiment of the companion for both modes on the same data, without signal and with it. */
export async function* run({
  params,
  part,
  seed,
  signal: abort,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { setting, from, to } = part.of;
  const { points, counts } = params.settings[setting];
  const unit = 1 / Math.sqrt(points);
  for (let repetition = from; repetition < to; repetition++) {
    const accuracies: AccuracyRow[] = [];
    const selections: SelectionRow[] = [];
    for (const signal of [false, true]) {
      abort.throwIfAborted();
      const outcomes = holdoutTrial({
        points,
        variables: points,
        shifted: signal ? params.shifted : 0,
        shift: params.shift * unit,
        cut: params.cut * unit,
        threshold: params.threshold * unit,
        noise: (source) => gaussianNoise(params.tolerance * unit, source),
        counts,
        seed,
        stream: ['holdout', points, repetition, String(signal)],
      });
      for (const { mode, selected, selectedShifted, spent, accuracies: reached } of outcomes) {
        const trial = { n: points, d: points, seed: repetition, signal, mode };
        selections.push({ ...trial, selected, selected_shifted: selectedShifted, spent });
        for (const at of reached)
          for (const set of holdoutSets) accuracies.push({ ...trial, k: at.k, set, accuracy: at[set] });
      }
    }
    yield { table: 'holdout', rows: accuracies };
    yield { table: 'selection', rows: selections };
    yield { progress: (repetition + 1 - from) / (to - from) };
  }
}
