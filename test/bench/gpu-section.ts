import type { Deadline } from './deadline.js';
import type { TorchPeer } from './gpu-peer.js';
import { duration, ratio } from './report.js';

/** A part of what the GPU program finds. */
export interface Section {
  /** Name, Litmus, PyTorch, their ratio. */
  readonly rows: readonly (readonly string[])[];
  /** What did not go well, a line each. */
  readonly notes: readonly string[];
}

/** What a section works with. */
export interface GpuRun {
  readonly peer: TorchPeer | undefined;
  /** When the section is to be over. */
  readonly deadline: Deadline;
  /** Says how far it is. */
  say(text: string): void;
}

/** A row of times in seconds; undefined where there was no time, or no peer. */
export function timesRow(name: string, ours: number | undefined, theirs: number | undefined): string[] {
  return [
    name,
    ours === undefined ? 'no time' : duration(ours),
    theirs === undefined ? '' : duration(theirs),
    ours === undefined || theirs === undefined ? '' : ratio(theirs, ours),
  ];
}
