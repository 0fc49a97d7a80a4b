import { dirichlet } from '../../src/lib/statistics/dirichlet.js';
import { random } from '../../src/lib/statistics/random.js';
import { entropyBits } from '../../src/papers/entropy-coupling-bottleneck/entropy-bits.js';
import { greedyCode } from '../../src/papers/entropy-coupling-bottleneck/greedy-code.js';
import { greedyMinimumEntropyCoupling } from '../../src/papers/entropy-coupling-bottleneck/greedy-minimum-entropy-coupling.js';
import { optimalCode } from '../../src/papers/entropy-coupling-bottleneck/optimal-code.js';
import { partitionEntropies } from '../../src/papers/entropy-coupling-bottleneck/set-partitions.js';
import { median, timed } from './harness.js';
import { hand, startPeer, withFolder } from './peer.js';
import { duration, markdownTable, ratio } from './report.js';

/** How long a piece of work may take, in seconds. */
const patience = 10;

/** Random laws of each size. The search takes unlike times on unlike laws. */
const laws = 3;

interface Work {
  readonly name: string;
  /** Sizes, ascending; the first that takes longer than {@link patience} is the last. */
  readonly sizes: readonly number[];
  /** Does it, and returns a number by which the peer's answer is checked. */
  run(p: Float64Array, q: Float64Array): number;
  /** The peer's function, and the largest size that it is asked for. */
  readonly peer?: readonly [name: string, most: number];
}

const decades = [1_000, 10_000, 100_000, 1_000_000, 4_000_000, 8_000_000];
const from = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i);
const half = (p: Float64Array) => entropyBits(p) / 2;
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

const works: readonly Work[] = [
  {
    name: 'greedy coupling',
    sizes: decades,
    run: (p, q) => entropyBits(greedyMinimumEntropyCoupling(p, q).mass),
    peer: ['couplings.coupling', 100_000],
  },
  {
    name: 'greedy code',
    sizes: decades,
    run: (p) => greedyCode(p, half(p)).entropy,
    peer: ['couplings.code', 100_000],
  },
  {
    name: 'all codes',
    sizes: from(9, 4),
    run: (p) => sum(partitionEntropies(p)),
    peer: ['couplings.partitions', 11],
  },
  { name: 'best code', sizes: from(12, 12), run: (p) => optimalCode(p, half(p)).entropy },
];

/** How far couplings and codes go in ten seconds, and the same steps in Python. */
export async function benchCouplings(): Promise<string> {
  const peer = startPeer();
  const rows: string[][] = [];
  await withFolder(async (folder) => {
    for (const { name, sizes, run, peer: theirs } of works)
      for (const n of sizes) {
        const ours: number[] = [];
        const other: number[] = [];
        for (let law = 0; law < laws; law++) {
          const [p, q] = [1, 2].map((side) => dirichlet(n, 1, random(law, n, side)));
          let value = 0;
          ours.push(await timed(() => (value = run(p, q)))());
          if (!theirs || n > theirs[1]) continue;
          const files = { p: await hand(folder, 'p', p), q: await hand(folder, 'q', q), rate: half(p) };
          const answer = await peer.call(theirs[0], files);
          const difference = Math.abs((answer.value as number) / value - 1);
          if (!(difference < 1e-9)) throw new Error(`${name}, n = ${n}: the values differ by ${difference}`);
          other.push(answer.seconds);
        }
        const slowest = Math.max(...ours);
        rows.push([
          name,
          n.toLocaleString('en'),
          duration(median(ours)),
          duration(slowest),
          other.length > 0 ? duration(median(other)) : '',
          other.length > 0 ? ratio(median(other), median(ours)) : '',
        ]);
        if (slowest > patience) break;
      }
  });
  peer.close();
  return markdownTable(['', 'symbols', 'Litmus, median', 'slowest', 'Python', '÷ Litmus'], rows);
}
