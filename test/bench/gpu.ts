// A program of its own for a machine with a GPU, `gpu.ts <table.md> [seconds]`: compares WebGPU with plain JavaScript, times
// training steps and the training of a sweep, beside PyTorch where there is one, and writes what it found as Markdown. It
// ends within its seconds, and what it had found by then is in the file. docs/performance.md says how to bundle it.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { candidates } from '../../kernels/engine/backend-candidates.js';
import { processor } from '../../kernels/engine/machine.js';
import { startBackend } from '../../kernels/engine/start-backend.js';
import { deadlineIn, part } from './deadline.js';
import { checkCorrectness } from './gpu-correctness.js';
import { torchPeer } from './gpu-peer.js';
import { timeSteps } from './gpu-steps.js';
import { timeSweep } from './gpu-sweep.js';
import { markdownTable } from './report.js';

const [, program, file, seconds = '440'] = process.argv;
if (file === undefined || !(Number(seconds) > 0)) {
  process.stderr.write('usage: gpu <table.md> [seconds, 440 where omitted]\n');
  process.exit(2);
}
const began = performance.now();
const deadline = deadlineIn(Number(seconds));
const say = (text: string) =>
  void process.stderr.write(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}\n`);

const start = async (name: string) => {
  const candidate = candidates.find((candidate) => candidate.name === name)!;
  const { state, device, reason } = await candidate.probe(true);
  if (state === 'missing') {
    process.stderr.write(`${name}: ${reason}\n`);
    process.exit(3);
  }
  await startBackend(candidate);
  return device!;
};
await start('cpu');
const device = await start('webgpu');
say(device);
const found = await torchPeer(path.join(path.dirname(program), 'peers'));
const peer = typeof found === 'string' ? undefined : found;
const compared = typeof found === 'string' ? `not compared: ${found}` : found.device;
say(compared);

const rows: (readonly string[])[] = [];
const notes = [`WebGPU on ${device}; ${processor()}; Node ${process.versions.node}; ${compared}.`];
for (const [name, share, measure] of [
  ['correctness', 0.25, checkCorrectness],
  ['the sweep', 0.6, timeSweep],
  // Last, as so many members may be too many for the GPU's memory, after which nothing else would be right.
  ['steps', 1, timeSteps],
] as const) {
  try {
    const section = await measure({ peer, deadline: part(deadline, share), say });
    rows.push(...section.rows);
    notes.push(...section.notes);
  } catch (error) {
    notes.push(`${name} failed: ${String(error)}`);
    say(notes.at(-1)!);
  }
  const table = markdownTable(['on a GPU', 'Litmus, WebGPU', 'PyTorch, stacked', '÷ Litmus'], rows);
  await writeFile(file, `${table}\n\n${notes.map((note) => `- ${note}`).join('\n')}\n`);
}
peer?.close();
say(`written to ${file}`);
process.exit(0); // Dawn's device would keep the process.
