import { expect, it } from 'vitest';
import { burgers } from '../../../src/lib/dynamics/burgers.js';
import { rungeKutta } from '../../../src/lib/dynamics/runge-kutta.js';

const viscosity = 0.05;

/** u = −2ν φ_x/φ for the solution φ = 1.05 + exp(−ν t) cos x of the heat equation (E. Hopf, 1950; J. Cole, 1951). */
const coleHopf = (points: number, t: number) => {
  const decay = Math.exp(-viscosity * t);
  return Float64Array.from({ length: points }, (_, i) => {
    const x = (2 * Math.PI * i) / points;
    return (2 * viscosity * decay * Math.sin(x)) / (1.05 + decay * Math.cos(x));
  });
};

it('Burgers’ equation follows the Cole–Hopf solution, with an error of fourth order in the grid', () => {
  const errors = [128, 256, 512].map((points) => {
    const steps = points ** 2 / 64; // up to time 2, the step going as the square of the grid's spacing
    const found = rungeKutta(burgers(points, { viscosity }), coleHopf(points, 0), points, {
      step: 2 / steps,
      skip: steps,
      samples: 1,
    });
    const exact = coleHopf(points, 2);
    return Math.max(...found.map((value, i) => Math.abs(value - exact[i])));
  });
  expect(errors[2]).toBeLessThan(2e-5);
  for (let i = 1; i < errors.length; i++) {
    const order = Math.log2(errors[i - 1] / errors[i]);
    expect(order).toBeGreaterThan(3.5);
    expect(order).toBeLessThan(4.5);
  }
});

it('keeps the sum, and each of several states to itself', () => {
  const points = 32;
  const field = burgers(points, { length: 3 });
  const one = Float64Array.from({ length: points }, (_, i) => Math.sin(i) + 0.3 * Math.cos(i * i));
  const two = one.map((value, i) => 1 - value * i);
  const both = Float64Array.of(...one, ...two);
  const slopes = new Float64Array(2 * points);
  field(both, slopes);
  for (const [i, state] of [one, two].entries()) {
    const alone = new Float64Array(points);
    field(state, alone);
    expect(slopes.slice(i * points, (i + 1) * points)).toEqual(alone);
    const size = alone.reduce((sum, value) => sum + Math.abs(value), 0);
    expect(Math.abs(alone.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-13 * size);
  }
  expect(() => burgers(4)).toThrow('five');
});
