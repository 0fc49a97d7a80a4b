import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/cs-ib/claims.js';
import { conditionalVariants } from '../../../src/papers/cs-ib/information/conditional-divergence.js';
import { judged } from '../judged.js';
import { seeds } from './made-up.js';

describe('the audit', () => {
  /** Five batches that start at error 0.3 and end near `rmse`. */
  const descent = (d: number, rmse: number) =>
    conditionalVariants.flatMap((variant) =>
      seeds.flatMap((seed) =>
        [0, 10].map((step) => ({
          ...{ sigma2: 1, variant, seed, step },
          d: step === 0 ? 0.1 : d,
          rmse: step === 0 ? 0.3 : rmse * (1 + 0.01 * seed),
        })),
      ),
    );
  const examples = (fourPoints: number, released: number) =>
    [
      { example: 'four-points', variant: 'paper', d: fourPoints },
      { example: 'released-loss', variant: 'released', d: released },
      { example: 'released-loss', variant: 'squared-errors', d: 2 },
    ] as const;

  it('sees a term that goes below zero, on four points or on a batch', () => {
    const found = (d: number, fourPoints: number) =>
      judged(claims, 'prediction-term-nonnegative', {
        audit: descent(d, 0),
        audit_examples: examples(fourPoints, 2),
      });
    expect(found(0.001, 0.001).verdict).toBe('reproduced');
    expect(found(0.001, -1e-12).verdict).toBe('reproduced');
    expect(found(-0.01, 0.001)).toMatchObject({ verdict: 'not reproduced', measurement: { value: 5 } });
    expect(found(0.001, -0.01)).toMatchObject({ verdict: 'not reproduced', measurement: { value: 1 } });
  });

  it('sees predictions that end farther from their targets than they began', () => {
    const found = (rmse: number) =>
      judged(claims, 'prediction-term-finds-targets', { audit: descent(0, rmse) });
    expect(found(0.01).verdict).toBe('reproduced');
    expect(found(3)).toMatchObject({
      verdict: 'not reproduced',
      measurement: { value: expect.closeTo(1, 1), repetitions: 5 },
    });
    const few = descent(0, 0.01).filter(({ seed }) => seed < 4);
    expect(judged(claims, 'prediction-term-finds-targets', { audit: few }).verdict).toBe('inconclusive');
  });

  it('tells the released loss from a sum of squares', () => {
    const id = 'released-loss-is-conditional-divergence';
    expect(judged(claims, id, { audit_examples: examples(0, 2) }).verdict).toBe('not reproduced');
    expect(judged(claims, id, { audit_examples: examples(0, 2.1) }).verdict).toBe('reproduced');
  });
});

describe('bounds between normal laws', () => {
  const bound = (violations: number) =>
    [
      { statement: 'information', dimension: 1, pairs: 10, violations: 0, largest_ratio: 0.9 },
      { statement: 'information', dimension: 2, pairs: 10, violations, largest_ratio: 0.8 },
      { statement: 'divergence', dimension: 1, pairs: 10, violations: 4, largest_ratio: 2 },
      { statement: 'divergence-equal-means', dimension: 1, pairs: 10, violations: 0, largest_ratio: 0.9 },
    ] as const;

  it('count violations over all dimensions, of one statement', () => {
    const found = (violations: number) =>
      judged(claims, 'gaussian-bound-information', { gaussian_bound: bound(violations) });
    expect(found(0)).toMatchObject({ verdict: 'reproduced', measurement: { value: 0 } });
    expect(found(3)).toMatchObject({ verdict: 'not reproduced', measurement: { value: 3 } });
    expect(found(0).measurement.unit).toBe('violations in 20 random pairs');
  });

  it('tell beside the divergence what holds with equal means', () => {
    const { verdict, measurement } = judged(claims, 'gaussian-bound-divergence', {
      gaussian_bound: bound(0),
    });
    expect(verdict).toBe('not reproduced');
    expect(measurement.detail).toContain('with equal means 0 violations in 10');
  });
});

describe('the example of two Gaussians', () => {
  const found = { share_left: 0.4, share_right: 0.5, d_cs_end: 0.01, mmd2_end: 0.01, kl_mode_distance: 0.1 };
  const verdictOf = (change: Partial<typeof found>) => {
    const rows = seeds.map((seed) => {
      const entries = Object.entries({ ...found, ...change });
      return Object.fromEntries(
        entries.map(([name, value]) => [name, value * (1 + 0.01 * seed)]),
      ) as typeof found;
    });
    return judged(claims, 'two-gaussian-modes', { two_gaussian_modes: rows });
  };

  it('asks for points on both modes, small distances at the end, and one mode of the Gaussian', () => {
    expect(verdictOf({})).toMatchObject({ verdict: 'reproduced', measurement: { repetitions: 5 } });
    const changes = [{ share_right: 0.2 }, { d_cs_end: 0.06 }, { mmd2_end: 0.03 }, { kl_mode_distance: 0.3 }];
    for (const change of changes) expect(verdictOf(change).verdict).toBe('not reproduced');
  });
});
