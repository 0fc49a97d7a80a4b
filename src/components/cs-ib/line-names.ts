import * as Plot from '@observablehq/plot';
import { greatest, max, sort } from 'd3-array';
import { lettering } from '../palette.js';
import type { Series } from '../series.js';

export interface LineNamesOptions<R> {
  readonly x: (row: R) => number;
  readonly y: (row: R) => number;
  /** Id of the series that a row belongs to. */
  readonly by: (row: R) => string;
  readonly series: Series;
  /** Least distance of two names, on the vertical axis. */
  readonly apart: number;
}

/** The name of a series, where its line ends. */
interface LineName {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/**
 * The name of each series above the end of its line, in its colour: a reader need not look it up in a legend. Of several
 * lines of a series it is the uppermost. Names that would cover each other are moved upwards.
 */
export function lineNames<R>(rows: readonly R[], options: LineNamesOptions<R>): Plot.Text {
  const { series } = options;
  return Plot.text(placesOf(rows, options), {
    x: 'x',
    y: 'y',
    text: ({ id }: LineName) => series.label(id),
    fill: ({ id }: LineName) => lettering(series.color(id)),
    stroke: 'var(--ground)',
    strokeWidth: 4,
    textAnchor: 'end',
    dy: -10,
  });
}

function placesOf<R>(
  rows: readonly R[],
  { x, y, by, series, apart }: LineNamesOptions<R>,
): readonly LineName[] {
  const ends = series.ids.flatMap((id) => {
    const own = rows.filter((row) => by(row) === id);
    const last = greatest(own, (a, b) => x(a) - x(b));
    if (last === undefined) return [];
    const end = own.filter((row) => x(row) === x(last));
    return [{ id, x: x(last), y: max(end, y)! }];
  });
  return sort(ends, (end) => end.y).reduce<readonly LineName[]>((placed, end) => {
    const below = placed.at(-1)?.y ?? -Infinity;
    return [...placed, { ...end, y: Math.max(end.y, below + apart) }];
  }, []);
}
