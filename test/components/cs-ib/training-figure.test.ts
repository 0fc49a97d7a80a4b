import { describe, expect, it } from 'vitest';
import type { LiveMember, LiveSnapshot } from '../../../src/components/cs-ib/live-snapshot.js';
import {
  trainingFigure,
  trainingProvenance,
  type TrainingRun,
  trainingTitle,
} from '../../../src/components/cs-ib/training-figure.js';
import { emptyPage } from '../page.js';

emptyPage();

const member = (beta: number, seed: number, rmse: number | null, r: number | null): LiveMember => ({
  beta,
  seed,
  rmse,
  r,
  loss: rmse,
  i_xt: r === null ? null : 0.5 * (1 - r),
  i_ty: rmse,
});
const snapshot = (step: number, ...members: LiveMember[]): LiveSnapshot => ({
  step,
  steps: 600,
  backend: 'wasm',
  members,
});
const run = (...snapshots: LiveSnapshot[]): TrainingRun => ({
  state: 'running',
  settings: { variant: 'paper', betas: [0, 0.3], seeds: 2, seed: 9, steps: 600 },
  where: 'in this page',
  snapshots,
  seconds: 6.24,
});
const first = snapshot(
  0,
  member(0, 0, 0.9, 0),
  member(0, 1, 0.7, 0),
  member(0.3, 0, 1, 0),
  member(0.3, 1, 1, 0),
);
const second = snapshot(
  12,
  member(0, 0, 0.5, 0),
  member(0, 1, 0.4, 0),
  member(0.3, 0, 2.5, 0.5),
  member(0.3, 1, 0.5, 0.25),
);

describe('trainingTitle', () => {
  it('gives mean errors and the compression ratio of the last snapshot', () => {
    expect(trainingTitle(run(first, second))).toBe(
      'CS-IB, as printed, step 12: mean error 0.45 without compression, 1.50 at β = 0.3 (compression ratio 0.38).',
    );
  });

  it('says so where a network diverged, and names no ratio where a representation collapsed', () => {
    const lost = snapshot(24, member(0, 0, null, 0), member(0, 1, 0.4, 0), member(0.3, 0, 0.9, null));
    expect(trainingTitle(run(lost))).toBe(
      'CS-IB, as printed, step 24: mean error not finite without compression, 0.90 at β = 0.3.',
    );
  });

  it('tells a run without snapshots by its state', () => {
    expect(trainingTitle(run())).toBe('CS-IB, as printed: loading.');
    expect(trainingTitle({ ...run(), state: 'failed' })).toBe('CS-IB, as printed: nothing was trained.');
  });
});

describe('trainingProvenance', () => {
  it('says where, when and with what', () => {
    expect(trainingProvenance(run(first))).toBe(
      'Training in this page, now (wasm): 4 networks, seed 9, 6.2 s.',
    );
    const where = 'on the live kernel (a GPU)';
    expect(trainingProvenance({ ...run(first), state: 'finished', where })).toBe(
      'Trained on the live kernel (a GPU), just now (wasm): 4 networks, seed 9, 6.2 s.',
    );
    expect(trainingProvenance(run())).toBe('');
  });
});

describe('trainingFigure', () => {
  const plots = (given: TrainingRun | null) => {
    const figure = trainingFigure(given, run().settings, 700);
    return [...figure.querySelectorAll('svg:has([aria-label="y-axis tick"])')].map((plot) => ({
      lines: [...plot.querySelectorAll('[aria-label="line"] path')],
      dots: [...plot.querySelectorAll('[aria-label="dot"] path')],
    }));
  };

  it('draws a path a network in each plot, and where it has come to', () => {
    const drawn = plots(run(first, second));
    expect(drawn).toHaveLength(3);
    for (const { lines, dots } of drawn) {
      expect(lines).toHaveLength(4);
      expect(dots).toHaveLength(4);
    }
    // Two β, two colours.
    expect(new Set(drawn[0].lines.map((line) => line.getAttribute('stroke'))).size).toBe(2);
  });

  it('leaves out what has no value', () => {
    const lost = snapshot(12, member(0, 0, null, null), member(0, 1, 0.4, 0), member(0.3, 0, 0.9, null));
    const [error, , plane] = plots(run(lost));
    expect(error.dots).toHaveLength(2);
    expect(plane.dots).toHaveLength(1);
  });

  it('says before the first run what to do, in axes for the settings of the moment', () => {
    for (const { lines, dots } of plots(null)) expect([...lines, ...dots]).toEqual([]);
    const figure = trainingFigure(null, { ...run().settings, steps: 900 }, 700);
    expect(figure.textContent!.match(/Press Run to see it here/g)).toHaveLength(3);
    expect(figure.textContent).toContain('800');
    expect(trainingFigure(run(first), run().settings, 700).textContent).not.toContain('Press Run');
  });
});
