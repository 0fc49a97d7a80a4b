/** A series of 40 states of 20 coordinates: a decaying travelling wave, a decaying standing one, and more beside. */
export function travellingWaves(): Float64Array {
  return Float64Array.from({ length: 40 * 20 }, (_, at) => {
    const [k, i] = [Math.floor(at / 20), at % 20];
    return (
      Math.exp(-0.05 * k) * Math.cos(0.4 * k + 0.3 * i) +
      0.97 ** k * Math.sin(0.5 * i) +
      0.3 * Math.sin(1.1 * k) * Math.exp(-0.1 * i) +
      0.05 * Math.sin(i * k)
    );
  });
}
