import { range } from 'd3-array';

/** Repetitions `from` … `to − 1` of a setting: what a part of an experiment is about. */
export type Block = {
  readonly setting: number;
  readonly from: number;
  readonly to: number;
};

/**
 * Cuts the repetitions of a setting into parts of much the same size.
 *
 * @param cost relative cost of one repetition
 */
export function blocksOf(setting: number, repetitions: number, parts: number, cost: number) {
  return range(parts).map((part) => {
    const from = Math.round((part * repetitions) / parts);
    const to = Math.round(((part + 1) * repetitions) / parts);
    const of: Block = { setting, from, to };
    return { id: `setting-${setting}-from-${from}-to-${to}`, cost: cost * (to - from), of };
  });
}
