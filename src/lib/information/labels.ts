/** Which of `count` distinct values each of n observations has: numbers from 0 to count − 1, all of which occur. */
export interface Labels {
  /** `[n]` */
  readonly codes: Uint32Array;
  readonly count: number;
}

/** Numbers the distinct values of a sample in the order in which they first occur. */
export function labelsOf(values: ArrayLike<number>): Labels {
  const numbers = new Map<number, number>();
  const codes = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    let code = numbers.get(values[i]);
    if (code === undefined) numbers.set(values[i], (code = numbers.size));
    codes[i] = code;
  }
  return { codes, count: numbers.size };
}

/**
 * The labels of pairs: two observations have the same one just where both of theirs agree; O(n).
 *
 * @throws {RangeError} if there are not as many of the one as of the other.
 */
export function jointLabels(a: Labels, b: Labels): Labels {
  const n = a.codes.length;
  if (b.codes.length !== n)
    throw new RangeError(`${n} labels but ${b.codes.length} others: they must be paired`);
  // A hash table with open addresses, at most half full: pairs, and one more than their numbers.
  const size = 2 ** Math.ceil(Math.log2(2 * n + 1));
  const pairs = new Float64Array(size);
  const numbers = new Uint32Array(size);
  const codes = new Uint32Array(n);
  let count = 0;
  for (let i = 0; i < n; i++) {
    const pair = a.codes[i] * b.count + b.codes[i];
    let at = hash(a.codes[i], b.codes[i]) & (size - 1);
    while (numbers[at] !== 0 && pairs[at] !== pair) at = (at + 1) & (size - 1);
    if (numbers[at] === 0) {
      pairs[at] = pair;
      numbers[at] = ++count;
    }
    codes[i] = numbers[at] - 1;
  }
  return { codes, count };
}

/**
 * The labels of whole rows.
 *
 * @param values `[n, width]`, row-major.
 * @throws {RangeError} if the values do not fill whole rows.
 */
export function rowLabels(values: ArrayLike<number>, width: number): Labels {
  const n = values.length / width;
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(`${values.length} values do not make rows of ${width}`);
  const column = new Float64Array(n);
  let labels: Labels = { codes: new Uint32Array(n), count: 1 };
  for (let c = 0; c < width; c++) {
    for (let i = 0; i < n; i++) column[i] = values[i * width + c];
    labels = jointLabels(labels, labelsOf(column));
  }
  return labels;
}

/** The numbers of the observations with each label, `[count]`, ascending. */
export function classesOf({ codes, count }: Labels): Uint32Array[] {
  const sizes = countsOf({ codes, count });
  const classes = Array.from(sizes, (size) => new Uint32Array(size));
  const filled = new Uint32Array(count);
  codes.forEach((code, i) => (classes[code][filled[code]++] = i));
  return classes;
}

/** How many observations have each label, `[count]`. */
export function countsOf({ codes, count }: Labels): Uint32Array {
  const counts = new Uint32Array(count);
  for (let i = 0; i < codes.length; i++) counts[codes[i]]++;
  return counts;
}

/** The rows with these numbers, of points `[n, dimension]`. */
export function rowsOf(points: Float64Array, dimension: number, numbers: ArrayLike<number>): Float64Array {
  const rows = new Float64Array(numbers.length * dimension);
  for (let i = 0; i < numbers.length; i++)
    rows.set(points.subarray(numbers[i] * dimension, (numbers[i] + 1) * dimension), i * dimension);
  return rows;
}

function hash(a: number, b: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
  return h ^ (h >>> 13);
}
