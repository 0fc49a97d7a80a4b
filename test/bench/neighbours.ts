import { kraskov } from '../../src/lib/information/kraskov.js';
import { random } from '../../src/lib/statistics/random.js';
import { type Contender, medians, timed } from './harness.js';
import { hand, startPeer, withFolder } from './peer.js';
import { duration, markdownTable, ratio } from './report.js';

const k = 3;

/** Points, dimensions of x and y, and rounds. */
const settings = [
  [1_000, 1, 5],
  [10_000, 1, 5],
  [100_000, 1, 3],
  [10_000, 2, 5],
  [1_000, 4, 5],
  [10_000, 4, 5],
  [100_000, 4, 1],
  [10_000, 8, 3],
  [10_000, 16, 3],
] as const;

/** Mutual information by nearest neighbours of normal x and y = 0.6 x + 0.8 noise, against scikit-learn. */
export async function benchNeighbours(): Promise<string> {
  const peer = startPeer();
  const rows: string[][] = [];
  await withFolder(async (folder) => {
    for (const [n, d, rounds] of settings) {
      const { normal } = random(1, n, d);
      const x = Float64Array.from({ length: n * d }, normal);
      const y = x.map((value) => 0.6 * value + 0.8 * normal());
      const files = { x: await hand(folder, 'x', x), y: await hand(folder, 'y', y) };
      const pair = { x, dimensionX: d, y, dimensionY: d };
      const theirs = { ...files, dimension_x: d, dimension_y: d, k };
      const { value } = await peer.call('neighbours.kraskov', theirs);
      const difference = Math.abs(kraskov(pair, { k }) - (value as number));
      if (!(difference < 1e-9)) throw new Error(`n = ${n}, d = ${d}: the values differ by ${difference}`);
      const contenders: Record<string, Contender> = {
        ours: timed(() => kraskov(pair, { k })),
        same: async () => (await peer.call('neighbours.kraskov', theirs)).seconds,
        ...(d === 1 && {
          own: async () => (await peer.call('neighbours.regression', { ...files, k })).seconds,
        }),
      };
      const times = await medians(contenders, { rounds, warmUps: n > 10_000 ? 0 : 1 });
      const { ours, same, own } = times as { ours: number; same: number; own?: number };
      rows.push([
        `${n.toLocaleString('en')}, ${d} + ${d}`,
        duration(ours),
        duration(same),
        ratio(same, ours),
        own ? duration(own) : '',
        own ? ratio(own, ours) : '',
      ]);
    }
  });
  peer.close();
  return markdownTable(
    [
      'points, dimensions',
      'Litmus',
      'scikit-learn, same steps',
      '÷ Litmus',
      '`mutual_info_regression`',
      '÷ Litmus',
    ],
    rows,
  );
}
