import type { Variable } from '../../lib/estimation/variable.js';
import { listed } from '../../lib/text/list.js';
import { count } from '../../lib/text/number.js';
import type { Drawing } from '../figure.js';
import type { FigureRows } from '../travel.js';
import { labelMap } from './label-map.js';
import { scatter } from './scatter.js';
import { strips } from './strips.js';
import type { DrawnValue } from './table-messages.js';

/** A column as it is drawn. */
export interface DrawnColumn extends Pick<Variable, 'name' | 'kind'> {
  readonly values: readonly DrawnValue[];
  /** The side that it is one column of, where there are several. */
  readonly of?: string;
}

/** Two columns as they are drawn. */
export interface DrawnPair {
  readonly x: DrawnColumn;
  readonly y: DrawnColumn;
  /** Of how many rows these are a sample. */
  readonly rows: number;
}

export interface PairSettings {
  /** `ranks` draws each number by its place in the order of its column, which changes no information. */
  readonly axes: 'values' | 'ranks';
  /** `null` before there are any. */
  readonly pair: DrawnPair | null;
}

const isLabels = ({ kind }: Pick<Variable, 'kind'>) => kind === 'labels' || kind === 'constant';

/** Two columns: dots of numbers, strips of numbers for each label, or how often labels meet. */
export function pairFigure({ axes, pair }: PairSettings, width: number): Drawing {
  if (pair === null) throw new Error('there are no two columns to be drawn');
  const { x, y, rows } = pair;
  const values = (of: DrawnColumn) =>
    isLabels(of) ? of.values.map(labelText) : axes === 'ranks' ? ranks(of.values) : of.values;
  const [xs, ys] = [x, y].map(values);
  const points = xs.map((value, at) => ({ x: value, y: ys[at] }));
  const name = (of: Pick<Variable, 'name' | 'kind'>) =>
    axes === 'ranks' && !isLabels(of) ? `${of.name}, rank` : of.name;
  const names = { x: name(x), y: name(y) };
  const [kind, plot] =
    isLabels(x) && isLabels(y)
      ? ['How often labels meet, as darker and lighter cells', labelMap(points, names, width)]
      : isLabels(x) || isLabels(y)
        ? [
            'A strip of dots for each label, with its median',
            strips(points, names, isLabels(y) ? 'y' : 'x', width),
          ]
        : ['A dot a row', scatter(points, names, width)];
  const shown =
    x.values.length < rows
      ? `${count(x.values.length)} of ${count(rows)} rows, drawn at random`
      : `${count(rows)} rows`;
  const part = [x, y].flatMap(({ name, of }) => (of === undefined ? [] : [`${name} is one of ${of}`]));
  const parts = part.length === 0 ? '' : ` Here ${listed(part)}, which count together.`;
  return {
    plot,
    title: `${x.name} and ${y.name}, ${shown}.${parts}`,
    alternative: `${kind}: ${x.name} and ${y.name}, ${shown}.${parts}`,
    rows: downloaded(pair),
  };
}

const labelText = (value: DrawnValue) => (value instanceof Date ? value.toISOString() : String(value));

/** Places in the order of the values, from 0 to 1; equal values have their mean place. */
export function ranks(values: readonly DrawnValue[]): readonly number[] {
  const order = values.map((value, at) => ({ value: Number(value), at })).sort((a, b) => a.value - b.value);
  const places = new Array<number>(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && order[to].value === order[from].value) to += 1;
    for (let i = from; i < to; i++) places[order[i].at] = (from + to - 1) / 2 / Math.max(1, order.length - 1);
    from = to;
  }
  return places;
}

function downloaded({ x, y }: DrawnPair): FigureRows {
  const plain = (value: DrawnValue) => (value instanceof Date ? value.toISOString() : value);
  return x.values.map((value, at) => ({ [x.name]: plain(value), [y.name]: plain(y.values[at]) }));
}
