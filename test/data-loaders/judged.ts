import type { Measurement, TableRows, TestedClaim, UntestedClaim } from '../../src/lib/experiment/claim.js';
import type { Verdict } from '../../src/lib/experiment/verdict.js';

/** Made-up rows of some tables, with the columns that a claim reads. */
type MadeUp<R extends TableRows> = { readonly [N in keyof R]?: readonly Partial<R[N][number]>[] };

/** The same, where a table or a column that does not exist has no possible value. */
type Known<R extends TableRows, M> = {
  readonly [N in keyof M]: N extends keyof R ? readonly KnownRow<R[N][number], RowIn<M[N]>>[] : never;
};
type RowIn<Rows> = Rows extends readonly (infer Row)[] ? Row : never;
type KnownRow<Row, Made> = { readonly [C in keyof Made]: C extends keyof Row ? Made[C] : never };

/**
 * The measurement and the verdict of a claim on made-up rows.
 *
 * @throws {Error} where no tested claim has this name, or a table that it names is not given
 */
export function judged<R extends TableRows, M extends MadeUp<R>>(
  claims: readonly (TestedClaim<R> | UntestedClaim)[],
  id: string,
  rows: M & Known<R, M>,
): { readonly measurement: Measurement; readonly verdict: Verdict } {
  const claim = claims.find((candidate) => candidate.id === id);
  if (!claim || 'untested' in claim) throw new Error(`no tested claim ${id}`);
  const missing = claim.tables.filter((name) => !(name in rows));
  if (missing.length > 0) throw new Error(`the claim ${id} also reads ${missing.join(', ')}`);
  const measurement = claim.measure(rows as unknown as R);
  return { measurement, verdict: claim.judge(measurement) };
}
