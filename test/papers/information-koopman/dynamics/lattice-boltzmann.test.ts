import { describe, expect, it } from 'vitest';
import {
  collideAndStream,
  equilibrium,
  type Lattice,
  lattice,
} from '../../../../src/papers/information-koopman/dynamics/lattice-boltzmann.js';

const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
const run = (fluid: Lattice, steps: number) => {
  for (let step = 0; step < steps; step++) collideAndStream(fluid);
};

describe('the D2Q9 lattice', () => {
  it('has an equilibrium of the density, the momentum and the pressure of an isothermal gas', () => {
    const f = equilibrium(1.2, 0.05, -0.03);
    const sum = (weight: readonly number[]) => f.reduce((s, value, k) => s + value * weight[k], 0);
    const cx = [0, 1, -1, 0, 0, 1, -1, 1, -1];
    const cy = [0, 0, 0, 1, -1, 1, -1, -1, 1];
    expect(total(f)).toBeCloseTo(1.2, 14);
    expect(sum(cx)).toBeCloseTo(1.2 * 0.05, 14);
    expect(sum(cy)).toBeCloseTo(1.2 * -0.03, 14);
    expect(sum(cx.map((c) => c * c))).toBeCloseTo(1.2 * (1 / 3 + 0.05 ** 2), 14);
    expect(sum(cx.map((c, k) => c * cy[k]))).toBeCloseTo(1.2 * 0.05 * -0.03, 14);
  });

  it('lets a Taylor–Green vortex die as exp(−2 ν k² t), with an error of second order', () => {
    const errors = [16, 32].map((n) => {
      const tau = 0.8;
      const nu = (tau - 0.5) / 3;
      const k = (2 * Math.PI) / n;
      const speed = 0.64 / n; // with the grid, so that compressibility vanishes as well
      const flow = (x: number, y: number) => {
        const u = -speed * Math.cos(k * x) * Math.sin(k * y);
        const v = speed * Math.sin(k * x) * Math.cos(k * y);
        const pressure = (-(speed ** 2) / 4) * (Math.cos(2 * k * x) + Math.cos(2 * k * y));
        return [1 + 3 * pressure, u, v] as const;
      };
      const fluid = lattice({ nx: n, ny: n, tau }, flow);
      const steps = n ** 2 / 4;
      run(fluid, steps + 1);
      const decay = Math.exp(-2 * nu * k * k * steps);
      let worst = 0;
      for (let y = 0; y < n; y++)
        for (let x = 0; x < n; x++) {
          const [, u, v] = flow(x, y);
          worst = Math.max(
            worst,
            Math.abs(fluid.u[y * n + x] - u * decay) / (speed * decay),
            Math.abs(fluid.v[y * n + x] - v * decay) / (speed * decay),
          );
        }
      return worst;
    });
    expect(errors[1]).toBeLessThan(0.01);
    expect(Math.log2(errors[0] / errors[1])).toBeGreaterThan(1.7);
  });

  it('has walls half way between solid and fluid: a channel’s slowest profile dies as exp(−ν (π/H)² t)', () => {
    const [nx, ny, tau] = [4, 34, 0.9];
    const height = ny - 2; // rows 0 and ny − 1 are walls
    const solid = Uint8Array.from({ length: nx * ny }, (_, at) => (at < nx || at >= nx * (ny - 1) ? 1 : 0));
    const profile = (y: number) => Math.sin((Math.PI * (y - 0.5)) / height);
    const fluid = lattice({ nx, ny, tau, solid }, (_, y) => [
      1,
      y > 0 && y < ny - 1 ? 0.02 * profile(y) : 0,
      0,
    ]);
    const steps = 1500;
    run(fluid, steps + 1);
    const decay = Math.exp((-(tau - 0.5) / 3) * (Math.PI / height) ** 2 * steps);
    for (let y = 1; y < ny - 1; y++)
      expect(Math.abs(fluid.u[y * nx + 1] / (0.02 * decay) - profile(y))).toBeLessThan(0.01);
  });

  it('keeps mass and, without obstacles, momentum', () => {
    const [nx, ny] = [12, 9];
    const solid = Uint8Array.from({ length: nx * ny }, (_, at) => (at % 17 === 5 ? 1 : 0));
    const rough = (x: number, y: number) =>
      [1 + 0.01 * Math.sin(x * y), 0.03 * Math.cos(3 * x + y), 0.02 * Math.sin(x - 2 * y)] as const;
    const blocked = lattice({ nx, ny, tau: 0.7, solid }, rough);
    const mass = total(blocked.populations);
    run(blocked, 300);
    expect(total(blocked.populations)).toBeCloseTo(mass, 10);

    const free = lattice({ nx, ny, tau: 0.7 }, rough);
    const momentum = () => {
      collideAndStream(free);
      const sum = (values: Float64Array) => values.reduce((s, value, at) => s + value * free.density[at], 0);
      return [sum(free.u), sum(free.v)];
    };
    const before = momentum();
    run(free, 300);
    momentum().forEach((value, c) => expect(value).toBeCloseTo(before[c], 10));
  });

  it('says what is wrong', () => {
    const still = () => [1, 0, 0] as const;
    expect(() => lattice({ nx: 2, ny: 8, tau: 1 }, still)).toThrow('2 × 8');
    expect(() => lattice({ nx: 8, ny: 8, tau: 0.5 }, still)).toThrow('τ = 0.5');
  });
});
