const most = 200;
/** So near is equal: sums of many terms round by as much. */
const enough = 1e-13;

/**
 * The x between low and high at which f, which rises or falls all the way, has a value: by false position, with the
 * Illinois rule that halves what is kept twice (M. Dowell, P. Jarratt, *BIT* 11, 1971).
 *
 * @returns undefined where f has the value nowhere between.
 */
export function argumentOf(
  value: number,
  f: (x: number) => number,
  low: number,
  high: number,
): number | undefined {
  let [a, b] = [low, high];
  let [atA, atB] = [f(a) - value, f(b) - value];
  if (Math.abs(atA) <= enough) return a;
  if (!(atA * atB <= 0)) return undefined;
  for (let step = 0; step < most && Math.abs(atB) > enough && a !== b; step++) {
    const c = b - (atB * (b - a)) / (atB - atA);
    const atC = f(c) - value;
    if (atC * atB < 0) [a, atA] = [b, atB];
    else atA /= 2;
    [b, atB] = [c, atC];
  }
  return b;
}
