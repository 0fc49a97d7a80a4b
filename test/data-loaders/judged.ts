import type { TestedClaim, UntestedClaim } from '../../src/lib/claims/claim.js';
import { judge, type Judgement } from '../../src/lib/claims/judge.js';
import type { Measurement } from '../../src/lib/claims/measurement.js';
import type { TableRows } from '../../src/lib/experiment/column.js';

/** Made-up rows of some tables, with the columns that a claim reads. */
type MadeUp<R extends TableRows> = { readonly [N in keyof R]?: readonly Partial<R[N][number]>[] };

/** The same, where a table or a column that does not exist has no possible value. */
type Known<R extends TableRows, M> = {
  readonly [N in keyof M]: N extends keyof R ? readonly KnownRow<R[N][number], RowIn<M[N]>>[] : never;
};
type RowIn<Rows> = Rows extends readonly (infer Row)[] ? Row : never;
type KnownRow<Row, Made> = { readonly [C in keyof Made]: C extends keyof Row ? Made[C] : never };

/**
 * A claim as judged on made-up rows, and the measurement that its verdict hangs on.
 *
 * @throws {Error} where no tested claim has this name, or a table that it names is not given
 */
export function judged<R extends TableRows, M extends MadeUp<R>>(
  claims: readonly (TestedClaim<R> | UntestedClaim)[],
  id: string,
  rows: M & Known<R, M>,
): Judgement & { readonly measurement: Measurement } {
  const claim = claims.find((candidate) => candidate.id === id);
  if (!claim || 'untested' in claim) throw new Error(`no tested claim ${id}`);
  const missing = claim.tables.filter((name) => !(name in rows));
  if (missing.length > 0) throw new Error(`the claim ${id} also reads ${missing.join(', ')}`);
  const judgement = judge(claim, rows as unknown as R);
  if (!judgement.binding) throw new Error(`the claim ${id} measured nothing at all`);
  return { ...judgement, measurement: judgement.binding.measurement };
}
