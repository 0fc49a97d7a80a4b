import { flatGroup, groups, least, rollup } from 'd3-array';
import { between } from '../../src/lib/claims/attainable.js';
import { type MethodId, methodLabels } from '../../src/papers/cs-ib/tables.js';

/** One network, of one method and seed. */
export interface Run {
  readonly method: MethodId;
  readonly seed: number;
}

/** A network of a sweep over β. */
export interface SweptRun extends Run {
  readonly beta: number;
  /** Which β of its method it is, 0 the smallest: no compression. */
  readonly step: number;
}

/** What is compared; `null` where the network has diverged. */
export type Measure<R> = (run: R) => number | null;

const baselines: readonly MethodId[] = ['nib', 'square-nib', 'exp-nib', 'vib', 'hsic'];

/** Whether it is one of the bottleneck methods that the paper compares CS-IB with. */
export const isBaseline = ({ method }: Run) => baselines.includes(method);

/** Numbers the β of each method and seed. */
export function stepped<R extends Run & { readonly beta: number }>(runs: readonly R[]): (R & SweptRun)[] {
  const betas = rollup(
    runs,
    (own) => [...new Set(own.map(({ beta }) => beta))].sort((a, b) => a - b),
    ({ method }) => method,
    ({ seed }) => seed,
  );
  return runs.map((run) => ({ ...run, step: betas.get(run.method)!.get(run.seed)!.indexOf(run.beta) }));
}

/** The seeds of some runs, ascending. */
export const seedsOf = (runs: readonly Run[]) =>
  [...new Set(runs.map(({ seed }) => seed))].sort((a, b) => a - b);

/** The mean over runs; `null` of none, or where one of them has diverged: the mean of the others would flatter. */
export function meanOf<R>(runs: readonly R[], measure: Measure<R>): number | null {
  const values = runs.map(measure);
  if (values.length === 0 || values.includes(null)) return null;
  return values.reduce<number>((sum, value) => sum + value!, 0) / values.length;
}

/** A method at one of its β. */
export interface Setting {
  readonly method: MethodId;
  readonly step: number;
}

/** Of the methods and β of some runs that are admitted, the one with the lowest mean. */
export function bestSetting<R extends SweptRun>(
  runs: readonly R[],
  measure: Measure<R>,
  admitted: (own: readonly R[]) => boolean = () => true,
): Setting | undefined {
  const settings = flatGroup(
    runs,
    ({ method }) => method,
    ({ step }) => step,
  ).flatMap(([method, step, own]) => {
    const value = meanOf(own, measure);
    return value === null || !admitted(own) ? [] : [{ method, step, value }];
  });
  return least(settings, ({ value }) => value);
}

/** One seed of a comparison: the networks of either side. */
export interface Duel<R> {
  readonly ours: R | undefined;
  readonly theirs: R | undefined;
}

/**
 * Sets two sides against each other, seed by seed, each at a setting that is chosen on the other seeds alone: what is
 * compared has no part in choosing what it is compared with, and both sides are tuned alike.
 *
 * @param runs of one data set
 * @param choose the settings of either side, from the runs of all seeds but one
 */
export function duels<R extends SweptRun>(
  runs: readonly R[],
  choose: (others: readonly R[]) => readonly [ours: Setting | undefined, theirs: Setting | undefined],
): Duel<R>[] {
  return seedsOf(runs).map((seed) => {
    const [ours, theirs] = choose(runs.filter((run) => run.seed !== seed));
    const find = (setting: Setting | undefined) =>
      setting &&
      runs.find((run) => run.seed === seed && run.method === setting.method && run.step === setting.step);
    return { ours: find(ours), theirs: find(theirs) };
  });
}

/** By which share of the rival's value ours is larger, in each seed; `null` where one of the two is missing. */
export function relativeDifferences<R>(pairs: readonly Duel<R>[], measure: Measure<R>): (number | null)[] {
  return pairs.map(({ ours, theirs }) => {
    const [a, b] = [ours, theirs].map((run) => (run ? measure(run) : null));
    return a === null || b === null ? null : a / b - 1;
  });
}

/** What {@link relativeDifferences} of errors can be: −1 where ours vanishes. */
export const relativeErrors = between(-1, Infinity);

/** The settings of one side of some duels, each with the number of its seeds: "NIB, β = 0.03 (4 seeds)". */
export function toldSettings(runs: readonly (SweptRun | undefined)[]): string {
  const known = runs.filter((run) => run !== undefined);
  if (known.length === 0) return 'none';
  return groups(known, ({ method, beta }) => `${methodLabels[method]}, β = ${beta}`)
    .map(([name, own]) =>
      own.length === runs.length ? name : `${name} (${own.length} of ${runs.length} seeds)`,
    )
    .join(' or ');
}
