import type { Part } from '../../src/lib/experiment/experiment.js';

/** Repetitions `from` … `to − 1` of a setting: a part of an experiment. */
export interface Block {
  readonly setting: number;
  readonly from: number;
  readonly to: number;
}

/** Cuts the repetitions of a setting into parts of much the same size. */
export function blocksOf(setting: number, repetitions: number, parts: number, cost: number): Part[] {
  const ends = Array.from({ length: parts + 1 }, (_, i) => Math.round((i * repetitions) / parts));
  return ends
    .slice(1)
    .map((to, i) => ({ id: `setting-${setting}-from-${ends[i]}-to-${to}`, cost: cost * (to - ends[i]) }));
}

/** The block that a part stands for. */
export function blockOf({ id }: Part): Block {
  const [setting, from, to] = id.match(/\d+/g)!.map(Number);
  return { setting, from, to };
}
