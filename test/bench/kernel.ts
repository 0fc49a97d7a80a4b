import path from 'node:path';
import { root } from '../../kernels/engine/root.js';
import { median } from './harness.js';
import { startPeer } from './peer.js';
import { duration, markdownTable, ratio } from './report.js';

const lines = 10_000;
const rounds = 5;
const trips = 100;

/** What one start of a kernel measures, in seconds, but for `messages`. */
interface Measured {
  readonly ready: number;
  readonly first: number;
  readonly empty: number;
  readonly result: number;
  readonly stream: number;
  readonly messages: number;
}

/** `$` is another number each time, so that nothing is answered from memory. */
const contenders = {
  ours: {
    command: [process.execPath, path.join(root, 'kernels/jupyter/launch.js'), '{connection_file}'],
    cells: { empty: '', result: '1 + $', stream: `for (let i = 0; i < ${lines}; i++) console.log(i);` },
  },
  theirs: {
    // The peer's own Python, which has ipykernel.
    command: [] as string[],
    cells: { empty: '', result: '1 + $', stream: `for i in range(${lines}): print(i)` },
  },
};

const rows: readonly (readonly [keyof Measured, string])[] = [
  ['ready', 'start to ready'],
  ['first', 'start to the first result'],
  ['empty', 'round trip of an empty cell'],
  ['result', 'round trip of `1 + n`'],
  ['stream', `${lines.toLocaleString('en')} printed lines`],
];

/** The kernel against ipykernel, both started and asked by the same Python client, in turns. */
export async function benchKernel(): Promise<string> {
  const peer = startPeer();
  const found = { ours: [] as Measured[], theirs: [] as Measured[] };
  for (let round = 0; round < rounds + 1; round++)
    for (const name of round % 2 ? (['theirs', 'ours'] as const) : (['ours', 'theirs'] as const)) {
      const { value } = await peer.call('kernel.measure', { ...contenders[name], trips, lines });
      // The first round fills caches, of compiled code here and there.
      if (round > 0) found[name].push(value as Measured);
    }
  peer.close();
  const of = (name: keyof typeof found, what: keyof Measured) => median(found[name].map((one) => one[what]));
  return markdownTable(
    ['', 'Litmus', 'ipykernel', '÷ Litmus'],
    rows.map(([what, words]) => {
      const [ours, theirs] = [of('ours', what), of('theirs', what)];
      return [words, duration(ours), duration(theirs), ratio(theirs, ours)];
    }),
  );
}
