import { seriesColors, seriesDashes, seriesSymbols } from './palette.js';

/** Scales of Plot that tell series apart by colour and symbol, from the first of each on. */
export function seriesScales(ids: readonly string[], label: (id: string) => string = String) {
  const range = <T>(values: readonly T[]) => ids.map((_, i) => values[i % values.length]);
  return {
    color: { domain: [...ids], range: range(seriesColors), tickFormat: label },
    symbol: { domain: [...ids], range: range(seriesSymbols), tickFormat: label },
  };
}

/** The line pattern that goes with them. */
export function dashOf(index: number): string {
  return seriesDashes[index % seriesDashes.length];
}
