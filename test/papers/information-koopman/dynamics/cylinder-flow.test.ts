import { describe, expect, it } from 'vitest';
import {
  cylinderCells,
  type CylinderFlow,
  cylinderFlow,
  type FlowSnapshot,
} from '../../../../src/papers/information-koopman/dynamics/cylinder-flow.js';
import { dominantFrequency, powerSpectrum } from '../../../oracles/power-spectrum.js';

const snapshots = (flow: CylinderFlow) => {
  const kept: FlowSnapshot[] = [];
  for (const { snapshot } of cylinderFlow(flow)) if (snapshot) kept.push(snapshot);
  return kept;
};

/** f D/U of the velocity across the stream, three diameters behind the cylinder's centre. */
const strouhal = (flow: readonly FlowSnapshot[], nx: number, ny: number) => {
  const probe = (ny / 2) * nx + Math.floor(nx / 5) + 3 * 8;
  const series = flow.map(({ v }) => v[probe]);
  return (dominantFrequency(powerSpectrum(series, { interval: 25, padding: 8 })) * 8) / 0.1;
};

describe('the flow past a cylinder', () => {
  const flows = new Map([60, 80, 100, 120, 140].map((reynolds) => [reynolds, snapshots({ reynolds })]));

  it.each([
    [60, 0.175],
    [80, 0.188],
    [100, 0.198],
    [120, 0.203],
    [140, 0.208],
  ])('sheds at Re %i with the Strouhal number of NumPy code of the same scheme', (reynolds, expected) => {
    const flow = flows.get(reynolds)!;
    expect(flow.length).toBe(240);
    for (const { u } of flow) expect(u.every((value) => Math.abs(value) < 0.2)).toBe(true);
    expect(Math.abs(strouhal(flow, 96, 40) - expected)).toBeLessThan(0.006);
  });

  // A. Roshko's 0.212 (1 − 21.2/Re) (NACA report 1191, 1954) holds for one cylinder in an open stream. Here cylinders
  // stand in a row, 5 diameters apart, and as mass is kept, the stream between them is faster by 1/(1 − D/ny) = 1.25;
  // the shedding is faster by at most about as much. Hence so wide a tolerance.
  it('sheds faster than a cylinder in an open stream, by no more than the row of cylinders speeds the stream up', () => {
    for (const [reynolds, flow] of flows) {
      const ratio = strouhal(flow, 96, 40) / (0.212 * (1 - 21.2 / reynolds));
      expect(ratio).toBeGreaterThan(1);
      expect(ratio).toBeLessThan(1.3);
    }
  });

  it('comes nearer to the open stream as the row widens', () => {
    const wide = strouhal(snapshots({ reynolds: 100, nx: 120, ny: 64, steps: 10_000, from: 4000 }), 120, 64);
    const open = 0.212 * (1 - 21.2 / 100);
    expect(wide).toBeLessThan(strouhal(flows.get(100)!, 96, 40));
    expect(wide / open).toBeGreaterThan(1);
    expect(wide / open).toBeLessThan(1.125); // a stream that is faster by 1/(1 − 8/64) is so by 1.14
  });

  it('stays symmetric about the cylinder’s axis where nothing disturbs it', () => {
    const [last] = snapshots({ reynolds: 100, perturbation: 0, steps: 1001, from: 1000 });
    // The axis is at y = 20.5: row y mirrors row 41 − y.
    for (let y = 1; y < 40; y++)
      for (let x = 0; x < 96; x++) {
        const [at, mirror] = [y * 96 + x, ((41 - y) % 40) * 96 + x];
        expect(Math.abs(last.u[at] - last.u[mirror])).toBeLessThan(1e-7);
        expect(Math.abs(last.v[at] + last.v[mirror])).toBeLessThan(1e-7);
      }
  });

  it('lets as much through each column in the mean, and nothing through the cylinder', () => {
    const flow = flows.get(100)!;
    const solid = cylinderCells(96, 40, 8);
    expect(solid.reduce((sum, cell) => sum + cell, 0)).toBe(48);
    const flux = (x: number) => {
      let sum = 0;
      for (const { u } of flow) for (let y = 0; y < 40; y++) sum += u[y * 96 + x] / flow.length / 40;
      return sum;
    };
    for (const x of [2, 10, 40, 60, 93]) expect(Math.abs(flux(x) / flux(1) - 1)).toBeLessThan(0.02);
    for (const { u, v } of flow)
      solid.forEach((cell, at) => {
        if (cell) expect([u[at], v[at]]).toEqual([0, 0]);
      });
  });

  it('reports progress before it keeps anything, and refuses to go on when it is unstable', () => {
    const progress = [...cylinderFlow({ reynolds: 100, steps: 100, from: 50 })];
    expect(progress.map(({ step, snapshot }) => [step, snapshot?.step])).toEqual([
      [0, undefined],
      [25, undefined],
      [50, 50],
      [75, 75],
    ]);
    expect(() => snapshots({ reynolds: 2000, speed: 0.4, steps: 8000, from: 0 })).toThrow('unstable');
  });
});
