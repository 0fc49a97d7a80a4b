import { flatGroup, greatest, least, mean } from 'd3-array';
import { pairedBy } from '../../src/lib/statistics/paired.js';
import { significant } from '../../src/lib/text/number.js';
import { type MethodId, methodLabels } from '../../src/papers/cs-ib/tables.js';

/** One network, of one method and seed. */
export interface Run {
  readonly method: MethodId;
  readonly seed: number;
}

/** What is compared; `null` where the network has diverged. */
export type Measure<R> = (run: R) => number | null;

const baselines: readonly MethodId[] = ['nib', 'square-nib', 'exp-nib', 'vib', 'hsic'];

/** Whether it is one of the bottleneck methods that the paper compares CS-IB with. */
export const isBaseline = ({ method }: Run) => baselines.includes(method);

/** The runs of each method and β. */
export function settingsOf<R extends Run & { readonly beta: number }>(runs: readonly R[]): R[][] {
  return flatGroup(
    runs,
    ({ method }) => method,
    ({ beta }) => beta,
  ).map(([, , own]) => own);
}

/** Of some groups of runs the one with the lowest or the highest mean over seeds; empty where none has a value. */
export function bestOf<R>(
  groups: readonly (readonly R[])[],
  measure: Measure<R>,
  extreme: 'lowest' | 'highest',
): readonly R[] {
  const known = groups.filter((runs) => mean(runs, measure) !== undefined);
  const found =
    extreme === 'lowest'
      ? least(known, (runs) => mean(runs, measure)!)
      : greatest(known, (runs) => mean(runs, measure)!);
  return found ?? [];
}

/** The differences a − b between two groups of runs, paired by seed; `null` where one of the two has diverged. */
export function differences<R extends Run>(
  a: readonly R[],
  b: readonly R[],
  measure: Measure<R>,
): (number | null)[] {
  return pairedBy(a, b, ({ seed }) => seed).map((pair) => {
    const [ours, theirs] = pair.map(measure);
    return ours === null || theirs === null ? null : ours - theirs;
  });
}

/** The mean over seeds, in three digits. */
export function told<R>(runs: readonly R[], measure: Measure<R>): string {
  const value = mean(runs, measure);
  return value === undefined ? 'none' : significant(value);
}

/** How the method of these runs is called. */
export function nameOf(runs: readonly Run[]): string {
  return runs.length > 0 ? methodLabels[runs[0].method] : 'none';
}
