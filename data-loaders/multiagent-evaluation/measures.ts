import type { Measurement } from '../../src/lib/experiment/claim.js';

/** Conditions that must all hold, each with the numbers that decide it: how many do not. */
export function conditions(
  of: readonly (readonly [holds: boolean, numbers: string])[],
  seeds: number,
): Measurement {
  const missed = of.filter(([holds]) => !holds).length;
  return {
    ...{ value: missed, low: missed, high: missed, seeds },
    unit: `of ${of.length} conditions missed`,
    detail: of.map(([, numbers]) => numbers).join('; '),
  };
}

/** Whole from a hundred up, else two significant digits. */
export function short(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return Math.abs(value) < 1e-3 && value !== 0
    ? value.toExponential(1)
    : String(Number(value.toPrecision(2)));
}
