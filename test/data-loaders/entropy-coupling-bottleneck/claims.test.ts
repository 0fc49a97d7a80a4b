import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/entropy-coupling-bottleneck/claims.js';
import { judged } from '../judged.js';

describe('claims on codes', () => {
  const source = {
    rates: 20,
    violations: 0,
    worst_gap: 0.4,
    bound: 0.5,
    mean_distance: 0.05,
    equal: 10,
    exceptions: 0,
    least_slack: 0,
  };
  const encoder = (change: Partial<typeof source>) => ({ encoder: [source, { ...source, ...change }] });

  it('one violation or one exception is enough', () => {
    expect(judged(claims, 'ebim-gap-bound', encoder({}))).toMatchObject({
      verdict: 'reproduced',
      measurement: { unit: 'violations in 40 codes' },
    });
    expect(judged(claims, 'ebim-gap-bound', encoder({ violations: 1 })).verdict).toBe('not reproduced');
    expect(judged(claims, 'mcb-decomposition', encoder({})).verdict).toBe('reproduced');
    expect(judged(claims, 'mcb-decomposition', encoder({ exceptions: 1 })).verdict).toBe('not reproduced');
    expect(judged(claims, 'ebim-gap-bound', { encoder: [] }).verdict).toBe('inconclusive');
  });

  it('how near the greedy code is to the best, and how often it is as good, are judged over sources', () => {
    const sources = (change: Partial<typeof source>, count = 6) => ({
      encoder: Array.from({ length: count }, (_, i) => {
        const row = { ...source, ...change };
        return { ...row, mean_distance: row.mean_distance + i / 1000, equal: row.equal + (i % 2) };
      }),
    });
    const near = 'greedy-near-deterministic-optimum';
    expect(judged(claims, near, sources({}))).toMatchObject({
      verdict: 'reproduced',
      measurement: { repetitions: 6 },
    });
    expect(judged(claims, near, sources({ mean_distance: 0.2 })).verdict).toBe('not reproduced');
    expect(judged(claims, near, sources({}, 4)).verdict).toBe('inconclusive');
    expect(judged(claims, 'greedy-often-optimal', sources({})).verdict).toBe('reproduced');
    expect(judged(claims, 'greedy-often-optimal', sources({ equal: 4 })).verdict).toBe('not reproduced');
  });

  it('perturbations that beat the curve count, those of one code only in words', () => {
    const rows = (exceed: number, own_exceed: number) => ({
      perturbation: [{ compared: 10, exceed, own_compared: 9, own_exceed }],
    });
    expect(judged(claims, 'thm3-local-optimality', rows(0, 3)).verdict).toBe('reproduced');
    expect(judged(claims, 'thm3-local-optimality', rows(0, 3)).measurement.detail).toContain('3 of 9 exceed');
    expect(judged(claims, 'thm3-local-optimality', rows(2, 0)).verdict).toBe('not reproduced');
  });
});

describe('claims on couplings', () => {
  it('joint entropies are judged at 64 symbols, the excess at every size', () => {
    const rows = (greedy: number, excess: number) => ({
      joint_entropy: [
        ...[0, 1, 2, 3, 4].map((pair) => ({
          ...{ size: 64, pair, greedy: greedy + pair / 100, independent: 10, least: 5 },
        })),
        { size: 8, pair: 0, greedy: 2 + excess, independent: 5, least: 2 },
      ],
    });
    const below = (greedy: number) => judged(claims, 'mec-greedy-low-entropy', rows(greedy, 0.9));
    expect(below(5.5)).toMatchObject({ verdict: 'reproduced', measurement: { repetitions: 5 } });
    expect(below(6.1).verdict).toBe('not reproduced');
    const within = (excess: number) => judged(claims, 'mec-greedy-within-a-bit', rows(5.5, excess));
    expect(within(0.9).verdict).toBe('reproduced');
    expect(within(1.1)).toMatchObject({ verdict: 'not reproduced', measurement: { value: 1 } });
  });

  const cells = (ratio: number, joint: readonly number[]) =>
    joint.map((mass, i) => ({ ratio, x: i >> 1, y: i & 1, mass }));
  const [sure, half, unsure] = [
    [0.5, 0, 0, 0.5],
    [0.5, 0, 0.25, 0.25],
    [0.25, 0.25, 0.25, 0.25],
  ];

  it('without a limit the coupling has to be the classical one', () => {
    const verdictOf = (joint: readonly number[]) =>
      judged(claims, 'extends-minimum-entropy-coupling', {
        coupling: [...cells(1, joint), ...cells(2, unsure)],
      }).verdict;
    expect(verdictOf(sure)).toBe('reproduced');
    expect(verdictOf(half)).toBe('reproduced');
    expect(verdictOf(unsure)).toBe('not reproduced');
    expect(judged(claims, 'extends-minimum-entropy-coupling', { coupling: cells(2, sure) }).verdict).toBe(
      'inconclusive',
    );
  });

  it('the output has to grow more uncertain, given the input', () => {
    const found = (...coupling: ReturnType<typeof cells>[]) =>
      judged(claims, 'coupling-more-stochastic', { coupling: coupling.flat() });
    const ordered = found(cells(1, sure), cells(2, half), cells(3, unsure));
    expect(ordered.verdict).toBe('reproduced');
    expect(ordered.measurement.detail).toContain('0.00 (ratio 1), 0.50 (ratio 2), 1.00 (ratio 3)');
    expect(found(cells(1, sure), cells(2, unsure), cells(3, half)).verdict).toBe('not reproduced');
    expect(found(cells(1, half), cells(2, half)).verdict).toBe('not reproduced');
  });
});
