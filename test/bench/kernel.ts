import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../../kernels/engine/root.js';
import { median } from './harness.js';
import { startPeer } from './peer.js';
import { duration, markdownTable, ratio } from './report.js';

const lines = 10_000;
const rounds = 5;
const trips = 100;

/** What one start of a kernel measures, in seconds, but for the numbers of lines and messages and for `memory`, in bytes. */
interface Measured {
  readonly ready: number;
  readonly first: number;
  readonly cpu: number;
  readonly empty: number;
  readonly result: number;
  readonly complete: number;
  readonly stream: number;
  /** Lines that had arrived when their cell was done. */
  readonly arrived: number;
  readonly messages: number;
  readonly memory: number;
}

interface Contender {
  readonly title: string;
  /** None for that of the peer's own Python, which has ipykernel. */
  readonly command: readonly string[];
  /** `$` is another number each time, so that nothing is answered from memory. */
  readonly cells: { readonly empty: string; readonly result: string; readonly stream: string };
  /** What is completed, at its end. */
  readonly prefix: string;
}

const javascript = {
  cells: { empty: '', result: '1 + $', stream: `for (let i = 0; i < ${lines}; i++) console.log(i);` },
  prefix: 'Math.flo',
};

const ours: Contender = {
  title: 'Litmus',
  command: [process.execPath, path.join(root, 'kernels/jupyter/launch.js'), '{connection_file}'],
  ...javascript,
};

const others: readonly Contender[] = [
  {
    title: 'ipykernel',
    command: [],
    cells: { empty: '', result: '1 + $', stream: `for i in range(${lines}): print(i)` },
    prefix: 'str.uppe',
  },
  ...denoKernel(),
];

/** Deno's kernel, where `npm install --no-save deno` has been run, or where it is on the path. */
function denoKernel(): Contender[] {
  const local = path.join(root, 'node_modules/.bin/deno');
  const deno = [local, 'deno'].find((name) => spawnSync(name, ['--version']).status === 0);
  if (!deno) return [];
  return [
    { title: 'Deno', command: [deno, 'jupyter', '--kernel', '--conn', '{connection_file}'], ...javascript },
  ];
}

const rows: readonly (readonly [keyof Measured, string])[] = [
  ['ready', 'start to ready'],
  ['first', 'start to the first result'],
  ['cpu', 'processor time in the first six seconds'],
  ['empty', 'round trip of an empty cell'],
  ['result', 'round trip of `1 + n`'],
  ['complete', 'completion of a member'],
  ['stream', `${lines.toLocaleString('en')} printed lines`],
  ['arrived', 'of these, arrived when the cell was done'],
  ['memory', 'memory six seconds after the start'],
];

/** The kernel against others, all started and asked by the same Python client, in turns. */
export async function benchKernel(): Promise<string> {
  const peer = startPeer();
  const contenders = [ours, ...others];
  const found = new Map(contenders.map((contender) => [contender, [] as Measured[]]));
  for (let round = 0; round < rounds + 1; round++)
    for (const contender of round % 2 ? contenders.toReversed() : contenders) {
      const { command, cells, prefix } = contender;
      const { value } = await peer.call('kernel.measure', { command, cells, prefix, trips });
      // The first round fills caches, of compiled code here and there.
      if (round > 0) found.get(contender)!.push(value as Measured);
    }
  peer.close();
  const of = (contender: Contender, what: keyof Measured) =>
    median(found.get(contender)!.map((one) => one[what]));
  const text = (what: keyof Measured, value: number) =>
    what === 'memory'
      ? `${(value / 2 ** 20).toPrecision(3)} MiB`
      : what === 'arrived'
        ? value.toLocaleString('en')
        : duration(value);
  return markdownTable(
    ['', ours.title, ...others.flatMap(({ title }) => [title, '÷ Litmus'])],
    rows.map(([what, words]) => {
      const own = of(ours, what);
      const beside = others.flatMap((other) => [text(what, of(other, what)), ratio(of(other, what), own)]);
      return [words, text(what, own), ...beside];
    }),
  );
}
