/**
 * Spearman's rank correlation ρ: the correlation of the ranks, those of equal values being their mean
 * (C. Spearman, 1904). NaN where one of the samples is constant.
 *
 * @throws {RangeError} if the samples differ in length.
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): number {
  if (x.length !== y.length)
    throw new RangeError(`${x.length} values but ${y.length} others: must be paired`);
  const [a, b] = [ranks(x), ranks(y)];
  const mean = (x.length - 1) / 2;
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    ab += (a[i] - mean) * (b[i] - mean);
    aa += (a[i] - mean) ** 2;
    bb += (b[i] - mean) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}

/** From 0. */
function ranks(values: ArrayLike<number>): Float64Array {
  const all = Array.from(values);
  return Float64Array.from(all, (value) => {
    const below = all.filter((other) => other < value).length;
    const equal = all.filter((other) => other === value).length;
    return below + (equal - 1) / 2;
  });
}
