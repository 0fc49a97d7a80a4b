const order = 16;

/** Points on (−1, 1) and weights of Gauss and Legendre's rule: zeros of P_n by Newton's steps, w = 2 / (1 − x²) P_n'(x)². */
const rule = Array.from({ length: order }, (_, i) => {
  let x = Math.cos((Math.PI * (i + 0.75)) / (order + 0.5));
  let slope = 0;
  for (let step = 0; step < 10; step++) {
    let [before, value] = [1, x];
    for (let k = 2; k <= order; k++)
      [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
    slope = (order * (x * value - before)) / (x * x - 1);
    x -= value / slope;
  }
  return { x, weight: 2 / ((1 - x * x) * slope * slope) };
});

/**
 * ∫ f over [low, high], by Gauss and Legendre's rule of sixteen points on each of some panels of equal width: to rounding
 * where f is smooth over the width of a panel.
 */
export function integral(f: (x: number) => number, low: number, high: number, panels = 1): number {
  const half = (high - low) / (2 * panels);
  let sum = 0;
  for (let panel = 0; panel < panels; panel++)
    for (const { x, weight } of rule) sum += weight * f(low + half * (2 * panel + 1 + x));
  return half * sum;
}
