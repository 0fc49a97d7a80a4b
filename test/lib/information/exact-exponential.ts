const digits = 1200n;
const one = 1n << digits;
const halvings = 16n;

/** A double, exactly, in units of 2⁻¹²⁰⁰; it must not be larger than some 2¹⁰. */
function exactly(value: number): bigint {
  // Doubles are multiples of 2⁻¹⁰⁷⁴: two factors of 2⁵³⁷ make an integer of every small one.
  if (Math.abs(value) < 2 ** -500) return BigInt(value * 2 ** 537 * 2 ** 537) << (digits - 1074n);
  const exponent = Math.floor(Math.log2(Math.abs(value))) - 53;
  return BigInt(value / 2 ** exponent) << (digits + BigInt(exponent));
}

/** eˣ in units of 2⁻¹²⁰⁰: the Taylor series of x / 2¹⁶, squared sixteen times. */
function exactExponential(x: number): bigint {
  const reduced = exactly(x) >> halvings;
  let [sum, term] = [one, one];
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    term = ((term * reduced) / n) >> digits;
    sum += term;
  }
  for (let n = 0n; n < halvings; n++) sum = (sum * sum) >> digits;
  return sum;
}

/** How far a double is from eˣ, in units of its last place. */
export function unitsFromExponential(value: number, x: number): number {
  const exponent = Math.max(Math.floor(Math.log2(value)), -1022) - 52;
  const error = exactly(value) - exactExponential(x);
  // The last 1200 − 1074 digits make a unit of the smallest doubles.
  return Number((error * 1000_000n) >> (digits + BigInt(exponent))) / 1000_000;
}
