/** A number as a table can hold it: `null` for NaN and ±∞, as of an estimate that does not exist or a run that diverged. */
export function finite(value: number | null | undefined): number | null {
  return Number.isFinite(value) ? value! : null;
}
