import { gaussianGram } from '../../src/lib/information/gaussian-kernel.js';
import { quadraticMutualInformation } from '../../src/lib/information/quadratic-mutual-information.js';
import { quadraticMutualInformationBlocked } from '../../src/lib/information/quadratic-mutual-information-blocked.js';
import { random } from '../../src/lib/statistics/random.js';
import { type Contender, medians, timed } from './harness.js';
import { hand, startPeer, withFolder } from './peer.js';
import { duration, markdownTable, ratio } from './report.js';

/** Points, their dimension, and whether two matrices of them fit comfortably into memory. */
const settings = [
  [1_000, 8, true],
  [4_000, 8, true],
  [4_000, 64, true],
  [16_000, 8, false],
] as const;

/** Rows of a block, of PyTorch. */
const block = 512;

/** CS-QMI of two samples, dense and by blocks, against PyTorch; all in double precision, on one thread. */
export async function benchGram(): Promise<string> {
  const peer = startPeer();
  const rows: string[][] = [];
  await withFolder(async (folder) => {
    for (const [n, dimension, dense] of settings) {
      const { normal } = random(1, n, dimension);
      const x = Float64Array.from({ length: n * dimension }, normal);
      const t = x.map((value) => 0.6 * value + 0.8 * normal());
      const files = { x: await hand(folder, 'x', x), t: await hand(folder, 't', t), dimension };
      const theirs = (size: number) => peer.call('gram.information', { ...files, block: size });
      const [sampleX, sampleT] = [x, t].map((points) => ({ points, dimension, width: 1 }));
      const value = quadraticMutualInformationBlocked(sampleX, sampleT);
      const difference = Math.abs(value - ((await theirs(block)).value as number));
      if (!(difference < 1e-9)) throw new Error(`n = ${n}: the values differ by ${difference}`);
      const contenders: Record<string, Contender> = {
        blocked: timed(() => quadraticMutualInformationBlocked(sampleX, sampleT)),
        blockedPeer: async () => (await theirs(block)).seconds,
        ...(dense && {
          dense: timed(() =>
            quadraticMutualInformation(gaussianGram(x, dimension, 1), gaussianGram(t, dimension, 1)),
          ),
          densePeer: async () => (await theirs(0)).seconds,
        }),
      };
      const times = await medians(contenders, { rounds: dense ? 5 : 3 });
      const name = `${n.toLocaleString('en')}, ${dimension}`;
      const row = (kind: string, ours: number, other: number) =>
        rows.push([name, kind, duration(ours), duration(other), ratio(other, ours)]);
      if (dense) row('dense', times.dense, times.densePeer);
      row('by blocks', times.blocked, times.blockedPeer);
    }
  });
  peer.close();
  return markdownTable(['points, dimension', 'matrices', 'Litmus', 'PyTorch', '÷ Litmus'], rows);
}
