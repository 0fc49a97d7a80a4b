import type { RowOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvent, RunEvents } from '../../src/lib/experiment/experiment.js';
import { type Random, random } from '../../src/lib/statistics/random.js';
import {
  featureInformation,
  likeliestPartition,
  matchPartition,
  partitionInformation,
  type Sensing,
} from '../../src/papers/semantic-information/channels-matching.js';
import { normalClasses } from '../../src/papers/semantic-information/normal-classes.js';
import { integerGrid, normalOnGrid } from '../../src/papers/semantic-information/normal-on-grid.js';
import type { definition, LineParameters, PlaneParameters } from './classification.js';

type Event = RunEvent<typeof definition.tables>;
type MapRow = RowOf<typeof definition.tables.mmi_maps.columns>;
type Stretch = Pick<MapRow, 'z2' | 'from' | 'to' | 'label'>;

/** Matches channels on the plane of the part, or, where it has none, on every line. */
export async function* run(context: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { params, part } = context;
  if (part.of.plane) yield* runPlane(part.of.plane, context);
  else for (const line of params.lines) yield* runLine(line, params.side);
}

function* runPlane(
  { name: problem, classes, starts }: PlaneParameters,
  { params: { side, kept }, seed, signal }: RunContext<typeof definition>,
): Generator<Event, void, void> {
  const sensing = normalClasses(classes, side);
  const labels = classes.length;
  const likeliest = likeliestPartition(sensing);
  const MAP = partitionInformation(sensing, likeliest, labels);
  yield { table: 'mmi_references', rows: [{ problem, MAP, bound: featureInformation(sensing) }] };
  const mapRows = (partition: Uint8Array, start: string, round: number) =>
    stretches(partition, side).map((row) => ({ problem, start, round, ...row }));
  yield { table: 'mmi_maps', rows: mapRows(likeliest, 'map', 0) };

  const drawn = Array.from({ length: starts }, (_, start) => ({
    start: String(start),
    keep: start < kept,
    partition: () => nearestCentre(random(seed, 'centres', problem, start), labels, side),
  }));
  const stripes = [
    { start: 'columns', cuts: [40, 60], feature: (z: number) => z % side },
    { start: 'rows', cuts: [30, 50], feature: (z: number) => Math.floor(z / side) },
  ].map(({ start, cuts, feature }) => ({
    start,
    keep: true,
    partition: () => stripesOf(labels, side, cuts, feature),
  }));
  const all = labels === 3 ? [...drawn, ...stripes] : drawn;
  for (const [index, { start, keep, partition }] of all.entries()) {
    signal.throwIfAborted();
    let before: Uint8Array | undefined;
    for (const { round, partition: now, information } of matchPartition(sensing, partition(), labels)) {
      const moved = before ? now.reduce((count, label, z) => count + Number(label !== before![z]), 0) : 0;
      yield { table: 'mmi_rounds', rows: [{ problem, start, round, MI: information, moved }] };
      if (keep) yield { table: 'mmi_maps', rows: mapRows(now, start, round) };
      before = now;
    }
    yield { progress: (index + 1) / all.length };
  }
}

/** The label of each cell is the nearest of centres drawn uniformly from [20, 80]². */
function nearestCentre({ uniform }: Random, labels: number, side: number): Uint8Array {
  const centres = Array.from({ length: labels }, () => [20 + 60 * uniform(), 20 + 60 * uniform()]);
  const partition = new Uint8Array(side * side);
  for (let z = 0; z < partition.length; z++) {
    let nearest = Infinity;
    centres.forEach(([a, b], label) => {
      const distance = (a - (z % side)) ** 2 + (b - Math.floor(z / side)) ** 2;
      if (distance < nearest) [nearest, partition[z]] = [distance, label];
    });
  }
  return partition;
}

/** Labels grow by one at each cut of a feature; with one more label than cuts. */
function stripesOf(
  labels: number,
  side: number,
  cuts: readonly number[],
  feature: (cell: number) => number,
): Uint8Array {
  return Uint8Array.from({ length: side * side }, (_, z) =>
    Math.min(labels - 1, cuts.filter((cut) => feature(z) >= cut).length),
  );
}

/** Stretches of equal labels, row by row. */
function stretches(partition: Uint8Array, side: number): Stretch[] {
  const rows: Stretch[] = [];
  for (let z2 = 0; z2 < side; z2++) {
    let from = 0;
    for (let z1 = 1; z1 <= side; z1++) {
      const label = partition[z2 * side + from];
      if (z1 < side && partition[z2 * side + z1] === label) continue;
      rows.push({ z2, from, to: z1 - 1, label: label + 1 });
      from = z1;
    }
  }
  return rows;
}

function* runLine(line: LineParameters, side: number): Generator<Event, void, void> {
  const { name: problem, weights, starts } = line;
  const sensing = lineSensing(line, side);
  const cut = (boundary: number) => Uint8Array.from({ length: side }, (_, z) => Number(z >= boundary));
  const likeliest = likeliestPartition(sensing);
  yield {
    table: 'thresholds',
    rows: Array.from({ length: side - 1 }, (_, i) => {
      const partition = cut(i + 1);
      const MAP = partition.every((label, z) => label === likeliest[z]);
      return { problem, boundary: i + 1, MI: partitionInformation(sensing, partition, weights.length), MAP };
    }),
  };
  for (const start of starts)
    for (const { round, partition, information } of matchPartition(sensing, cut(start), weights.length)) {
      const pieces = partition.reduce(
        (count, label, z) => count + Number(z > 0 && label !== partition[z - 1]),
        1,
      );
      yield {
        table: 'threshold_paths',
        rows: [{ problem, start, round, boundary: partition.indexOf(1), pieces, MI: information }],
      };
    }
}

function lineSensing({ weights, means, deviations }: LineParameters, side: number): Sensing {
  const grid = integerGrid(side - 1);
  const laws = means.map((mean, x) => normalOnGrid(grid, mean, deviations[x]));
  return {
    prior: Float64Array.from(weights),
    likelihood: Float64Array.from({ length: 2 * side }, (_, at) => laws[at % 2][at >> 1]),
  };
}
