import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { prepareBackend } from '../../kernels/engine/backend.js';
import { attentionSettings, attentionStep } from './attention-step.js';
import { convolutionSettings, convolutionStep } from './convolution-step.js';
import { medians } from './harness.js';
import { hand, type Peer, startPeer, withFolder } from './peer.js';
import { duration, markdownTable, ratio } from './report.js';
import type { ComparableStep } from './timed-step.js';

interface Comparison {
  readonly name: string;
  readonly step: (members: number) => ComparableStep;
  /** A function of peers/layers.py, and what it is told. */
  readonly peer: 'convolution' | 'attention';
  readonly settings: Readonly<Record<string, number>>;
  readonly memberCounts: readonly number[];
}

const comparisons: readonly Comparison[] = [
  {
    name: 'convolutional classifier',
    step: convolutionStep,
    peer: 'convolution',
    settings: convolutionSettings,
    memberCounts: [1, 4],
  },
  {
    name: 'set transformer',
    step: attentionStep,
    peer: 'attention',
    settings: attentionSettings,
    memberCounts: [1, 8],
  },
];

/** Steps after which the losses of both sides are compared again, and how far they may be apart. */
const compared = 3;
const tolerances = { before: 1e-5, after: 1e-4 };
const warmUps = 3;
/** Steps that are timed at once. */
const steps = 10;

/** A step with convolutions and one with attention, for one member and for several, against a stack in PyTorch. */
export async function benchLayers(): Promise<string> {
  await prepareBackend('wasm');
  const peer = startPeer();
  const rows: string[][] = [];
  await withFolder(async (folder) => {
    for (const comparison of comparisons)
      for (const members of comparison.memberCounts) {
        const own = path.join(folder, `${comparison.peer}-${members}`);
        await mkdir(own);
        rows.push(await compare(comparison, members, peer, own));
      }
  });
  peer.close();
  return markdownTable(['one step', 'Litmus', 'PyTorch, stacked', '÷ Litmus'], rows);
}

/** @throws {Error} where the two sides do not train the same networks */
async function compare(
  { name, step: create, peer: asked, settings }: Comparison,
  members: number,
  peer: Peer,
  folder: string,
): Promise<string[]> {
  const step = create(members);
  const tensors = step.tensors();
  for (const [tensor, value] of Object.entries(tensors))
    await hand(folder, tensor, Float32Array.from(value.dataSync()));
  const shapes = Object.fromEntries(Object.entries(tensors).map(([tensor, { shape }]) => [tensor, shape]));
  const given = { folder, shapes, settings, members, compared, warm_ups: warmUps, steps };
  const theirs = () => peer.call(`layers.${asked}`, given);

  const loss = () => step.loss().dataSync()[0];
  const losses = [loss()];
  for (let number = 0; number < compared; number++) step.take();
  losses.push(loss());
  const [before, after] = (await theirs()).value as [number, number];
  agree(`${name}, before the first step`, losses[0], before, tolerances.before);
  agree(`${name}, after ${compared} steps`, losses[1], after, tolerances.after);

  const times = await medians(
    {
      ours: async () => {
        for (let number = 0; number < warmUps; number++) step.take();
        await step.finished();
        const start = performance.now();
        for (let number = 0; number < steps; number++) step.take();
        await step.finished();
        return (performance.now() - start) / 1000 / steps;
      },
      theirs: async () => (await theirs()).seconds,
    },
    { rounds: 5 },
  );
  step.dispose();
  return [
    `${name}, ${members} member${members === 1 ? '' : 's'}`,
    duration(times.ours),
    duration(times.theirs),
    ratio(times.theirs, times.ours),
  ];
}

function agree(what: string, ours: number, theirs: number, tolerance: number): void {
  if (Math.abs(ours - theirs) <= tolerance * (1 + Math.abs(theirs))) return;
  throw new Error(`${what}: our loss is ${ours}, the peer's ${theirs}`);
}
