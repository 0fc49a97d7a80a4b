import { quick } from '../../data-loaders/cs-ib/sweep.js';
import { inputs } from './backend-settings.js';
import type { Deadline } from './deadline.js';
import { type GpuRun, type Section, timesRow } from './gpu-section.js';
import { median } from './harness.js';
import { duration } from './report.js';
import { trainingStep } from './training-step.js';

const memberCounts = [1, 64, 512] as const;
const rounds = 3;
/** Steps between two waits for the GPU take about so many seconds. */
const roundSeconds = 1;

/** A step of stacked networks of cs-ib's sweep, on WebGPU and in PyTorch, as far as the time allows. */
export async function timeSteps({ peer, deadline, say }: GpuRun): Promise<Section> {
  const rows: string[][] = [];
  const notes: string[] = [];
  let last: { readonly members: number; readonly seconds: number } | undefined;
  for (const members of memberCounts) {
    // Twice: a first step, which compiles, and one that is timed.
    const expected = last ? 2 * last.seconds * (members / last.members) : 0;
    let ours: number | undefined;
    if (expected < deadline.left())
      try {
        ours = await ourStep(members, deadline);
        last = { members, seconds: ours };
      } catch (error) {
        notes.push(`a step of ${members} failed: ${String(error)}`);
      }
    say(`a step of ${members} on WebGPU: ${ours === undefined ? 'none' : duration(ours)}`);
    const given = { method: 'cs-symmetric', params: quick, inputs, members, steps: 100 };
    const theirs = (await peer?.call('step', given, deadline))?.seconds;
    if (theirs !== undefined) say(`a step of ${members} in PyTorch: ${duration(theirs)}`);
    rows.push(timesRow(`a step of ${members} member${members === 1 ? '' : 's'}`, ours, theirs));
  }
  return { rows, notes };
}

/** Seconds a step: the median of rounds of several, each over when the weights can be read. */
async function ourStep(members: number, deadline: Deadline): Promise<number> {
  const step = trainingStep(members);
  const take = async (count: number) => {
    const start = performance.now();
    for (let number = 0; number < count; number++) step.take();
    await step.finished();
    return (performance.now() - start) / 1000 / count;
  };
  await take(1); // compiles the shaders
  const one = await take(1);
  const count = Math.min(100, Math.max(1, Math.round(roundSeconds / one)));
  const times: number[] = [];
  while (times.length < rounds && count * one < deadline.left()) times.push(await take(count));
  step.dispose();
  return times.length > 0 ? median(times) : one;
}
