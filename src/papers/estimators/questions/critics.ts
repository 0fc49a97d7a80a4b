import { type HeldOutBound, heldOutBound } from '../../../lib/information/held-out-bound.js';
import type { Answering } from './answering.js';

/** Of weights, halves and minibatches: what differs between repetitions is the sample. */
const seed = 1;

/** Bounds by networks, for two numbers: a second of training each, so that they have a run of their own. */
export const critics: readonly Answering[] = [of('infonce', 'InfoNCE'), of('mine', 'MINE')];

function of(id: HeldOutBound, label: string): Answering {
  return { id, label, estimate: ([x, y]) => heldOutBound(id, x.points, y.points, seed) };
}
