import { random } from '../../../src/lib/statistics/random.js';

/** Numbers that a sample is made of. */
export const n = 200;

/** Values to a multiple of a step, as decimals are. */
export const rounded = (values: Float64Array, step: number) =>
  step === 0 ? values : values.map((value) => Math.round(value / step) * step);

/** Two normals of a correlation, `[n]` each. */
export function normals(rho: number, count: number, ...stream: number[]): [Float64Array, Float64Array] {
  const { normal } = random(17, rho, ...stream);
  const x = Float64Array.from({ length: count }, normal);
  return [x, x.map((value) => rho * value + Math.sqrt(1 - rho * rho) * normal())];
}

/** Independent labels 0 … count − 1. */
export function labels(count: number, length: number, stream: number): Float64Array {
  const { integer } = random(18, count, stream);
  return Float64Array.from({ length }, () => integer(count));
}

/** Pairs of columns that people really have, with their mutual information in nats. */
export interface HardInput {
  readonly name: string;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly information: number;
  /** What 200 points leave open, as of an estimate of a plug-in's bias. */
  readonly within?: number;
}

const [x, y] = normals(0.8, n);
const [, other] = normals(0, n, 2);
const four = labels(4, n, 1);
const ten = labels(10, n, 2);
const bits = labels(2, n, 3);
const constant = new Float64Array(n).fill(0.1);
const rare = Float64Array.from({ length: n }, (_, i) => (i === 57 ? 1 : 0));
const normalInformation = -0.5 * Math.log(1 - 0.64);
const { normal, integer } = random(19);

export const hardInputs: readonly HardInput[] = [
  { name: 'a constant, a normal', x: constant, y: other, information: 0 },
  { name: 'two constants', x: constant, y: new Float64Array(n).fill(3), information: 0 },
  { name: 'a constant, a rare bit', x: constant, y: rare, information: 0 },
  { name: 'a normal, a rare bit', x, y: rare, information: 0, within: 0.05 },
  { name: 'a bit and itself', x: bits, y: bits, information: Math.LN2 },
  { name: 'independent bits', x: bits, y: labels(2, n, 4), information: 0 },
  { name: 'ten integers and themselves', x: ten, y: ten, information: Math.log(10) },
  { name: 'independent integers', x: ten, y: labels(10, n, 5), information: 0, within: 0.3 },
  {
    name: 'an integer and one of the next three',
    x: ten,
    y: ten.map((value) => (value + integer(3)) % 10),
    information: Math.log(10 / 3),
    within: 0.35,
  },
  { name: 'normals rounded to 0.1', x: rounded(x, 0.1), y: rounded(y, 0.1), information: normalInformation },
  { name: 'normals rounded to 0.5', x: rounded(x, 0.5), y: rounded(y, 0.5), information: 0.48 },
  { name: 'independent, rounded to 0.1', x: rounded(x, 0.1), y: rounded(other, 0.1), information: 0 },
  { name: 'independent, rounded to 1', x: rounded(x, 1), y: rounded(other, 1), information: 0 },
  {
    name: 'one of four classes and its shifted normal',
    x: four,
    y: four.map((value) => 3 * value + normal()),
    information: 1.1,
  },
  { name: 'a normal, an independent integer', x, y: ten, information: 0, within: 0.2 },
  {
    name: 'scales 1e-100 and 1e100',
    x: x.map((value) => value * 1e-100),
    y: y.map((value) => value * 1e100),
    information: normalInformation,
    within: 0.35,
  },
  ...[1e-300, 1e-160, 1e160, 1e300].map((scale) => ({
    name: `scale ${scale}`,
    x: x.map((value) => value * scale),
    y: y.map((value) => value * scale),
    information: normalInformation,
    within: 0.35,
  })),
  {
    name: 'an offset of 1e9',
    x: x.map((value) => value + 1e9),
    y: y.map((value) => value + 1e9),
    information: normalInformation,
    within: 0.35,
  },
];
