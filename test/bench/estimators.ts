import { frenzelPompe } from '../../src/lib/information/frenzel-pompe.js';
import { kraskov } from '../../src/lib/information/kraskov.js';
import { labelsOf } from '../../src/lib/information/labels.js';
import { ross } from '../../src/lib/information/ross.js';
import { random } from '../../src/lib/statistics/random.js';
import { type Contender, medians } from './harness.js';
import { hand, startPeer, withFolder } from './peer.js';
import { duration, markdownTable, ratio } from './report.js';

const k = 3;
const rounds = 3;
/** Samples on which estimates are compared with the truth. */
const samples = 5;
const libraries = ['scikit-learn', 'NPEET', 'infomeasure'] as const;

/** Three columns of a sample, and what is asked of them. */
interface Sample {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
}

interface Asked {
  readonly id: string;
  readonly name: string;
  readonly sizes: readonly number[];
  /** Nats. */
  readonly truth: number;
  readonly answeredBy: readonly (typeof libraries)[number][];
  draw(n: number, seed: number): Sample;
  ours(sample: Sample): number;
}

const column = (points: Float64Array) => ({ points, dimension: 1 });

/** Correlation of two normals, and of each with the third. */
const [rho, own] = [0.6, 0.8];

const asked: readonly Asked[] = [
  {
    id: 'pair',
    name: 'normals, correlation 0.6: `kraskov`',
    sizes: [1_000, 5_000],
    truth: -0.5 * Math.log(1 - rho ** 2),
    answeredBy: ['scikit-learn', 'NPEET', 'infomeasure'],
    draw(n, seed) {
      const { normal } = random(seed, 'pair', n);
      const x = Float64Array.from({ length: n }, normal);
      return { x, y: x.map((value) => rho * value + own * normal()), z: x };
    },
    ours: ({ x, y }) => kraskov({ x, dimensionX: 1, y, dimensionY: 1 }, { k }),
  },
  {
    id: 'label',
    name: 'one of four labels, 10 times it and a normal: `ross`',
    sizes: [1_000, 5_000],
    // So far apart that the number tells the label: its entropy.
    truth: Math.log(4),
    answeredBy: ['scikit-learn', 'NPEET'],
    draw(n, seed) {
      const { normal, integer } = random(seed, 'label', n);
      const y = Float64Array.from({ length: n }, () => integer(4));
      return { x: y.map((label) => 10 * label + normal()), y, z: y };
    },
    ours: ({ x, y }) => ross(x, 1, labelsOf(y), { k }),
  },
  {
    id: 'given',
    name: 'z and noise, x and noise, given z: `frenzelPompe`',
    sizes: [1_000, 5_000],
    // Given z, x is noise and y is x and noise of variance 1 each.
    truth: 0.5 * Math.log(2),
    answeredBy: ['NPEET', 'infomeasure'],
    draw(n, seed) {
      const { normal } = random(seed, 'given', n);
      const z = Float64Array.from({ length: n }, normal);
      const x = z.map((value) => value + normal());
      return { x, y: x.map((value) => value + normal()), z };
    },
    ours: ({ x, y, z }) => frenzelPompe(column(x), column(y), column(z), { k }),
  },
];

/** Seconds of this process's processor time, all threads together: what else the machine does does not count. */
const processorTimed =
  (work: () => unknown): Contender =>
  () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return Promise.resolve((user + system) / 1e6);
  };

/** Estimators against the libraries that people estimate with, on the same numbers: processor time, and how far off. */
export async function benchEstimators(): Promise<string> {
  const peer = startPeer();
  const rows: string[][] = [];
  await withFolder(async (folder) => {
    for (const { id, name, sizes, truth, answeredBy, draw, ours } of asked)
      for (const n of sizes) {
        const handed = async (sample: Sample) => ({
          ...{ question: id, k, x: await hand(folder, 'x', sample.x) },
          ...{ y: await hand(folder, 'y', sample.y), z: await hand(folder, 'z', sample.z) },
        });
        const errors = new Map<string, number>();
        const add = (of: string, value: number) =>
          errors.set(of, (errors.get(of) ?? 0) + Math.abs(value - truth) / samples);
        for (let seed = 1; seed <= samples; seed++) {
          const sample = draw(n, seed);
          const values = await handed(sample);
          add('ours', ours(sample));
          for (const library of answeredBy)
            add(library, (await peer.call('estimators.estimate', { ...values, library })).value as number);
        }
        const sample = draw(n, 0);
        const values = await handed(sample);
        const contenders: Record<string, Contender> = { ours: processorTimed(() => ours(sample)) };
        for (const library of answeredBy)
          contenders[library] = async () =>
            (await peer.call('estimators.estimate', { ...values, library })).seconds;
        const times = await medians(contenders, { rounds });
        const error = (of: string) => errors.get(of)!.toFixed(4);
        const cells = libraries.flatMap((library) =>
          answeredBy.includes(library)
            ? [duration(times[library]), ratio(times[library], times.ours), error(library)]
            : ['', '', ''],
        );
        rows.push([`${name}, ${n.toLocaleString('en')}`, duration(times.ours), error('ours'), ...cells]);
      }
  });
  peer.close();
  const heads = libraries.flatMap((library) => [library, '÷ Litmus', 'error']);
  return markdownTable(['question, rows', 'Litmus', 'error', ...heads], rows);
}
