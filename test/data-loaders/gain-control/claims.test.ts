import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/gain-control/claims.js';
import type { NetworkId, NetworkRow, Rows } from '../../../src/papers/gain-control/tables.js';
import { judged } from '../judged.js';

/** A network that shows every effect at the size asked for. */
const showing: Partial<NetworkRow> = {
  repulsion: 0.5,
  max_ratio_adapter: 0.8,
  max_ratio_ortho: 1.1,
  min_change_adapter: -0.05,
  correlation_frozen: 0.6,
  correlation_adaptive: 0.5,
  variation_frozen: 0.4,
  variation_adaptive: 0.2,
  g0: 0.6,
  g_adapter: 0.5,
  g_ortho: 0.7,
  least_gain: 0.5,
};

/** Forty networks, of which so many differ from one that shows everything. */
const networks = (different: number, change: Partial<NetworkRow>) => ({
  networks: Array.from({ length: 40 }, (_, network) => ({
    network,
    ...showing,
    ...(network < different ? change : {}),
  })),
});

describe('claims on most networks', () => {
  const judgeWith = (id: string, different: number, change: Partial<NetworkRow>) =>
    judged(claims, id, networks(different, change));

  it.each<[id: string, label: string, change: Partial<NetworkRow>]>([
    ['all-effects-at-once', '', { repulsion: 0.1 }],
    ['all-effects-at-once', '', { correlation_adaptive: 0.59 }],
    ['maxima-minima', 'Maxima at the adapter', { max_ratio_adapter: 0.96 }],
    ['maxima-minima', 'Minima at the adapter', { min_change_adapter: -0.001 }],
    ['repulsion', 'Repulsion', { repulsion: 0.1 }],
    ['decorrelation', 'Decorrelation', { correlation_adaptive: 0.59 }],
    ['gain-reduction-at-adapter', 'Gain at the adapter', { least_gain: 0.4 }],
    ['gain-reduction-at-adapter', 'Gain at the adapter', { g_adapter: 0.59, least_gain: 0.59 }],
    ['gain-reduction-at-adapter', 'Gain far from it', { g_ortho: 0.59 }],
    ['maxima-rise-far-away', 'Maxima far from it', { max_ratio_ortho: 1.01 }],
    ['homeostasis', 'Evener means', { variation_adaptive: 0.31 }],
  ])('%s asks of more than half of them: %s', (id, label, change) => {
    expect(judgeWith(id, 5, change)).toMatchObject({
      verdict: 'reproduced',
      measurement: { repetitions: 40 },
    });
    expect(judgeWith(id, 18, change).verdict).toBe('inconclusive');
    expect(judgeWith(id, 35, change)).toMatchObject({
      verdict: 'not reproduced',
      binding: { label },
      measurement: { value: 0.125 },
    });
  });

  it('all at once is told beside what signs alone would give', () => {
    const { measurement } = judgeWith('all-effects-at-once', 30, { correlation_adaptive: 0.59 });
    expect(measurement.detail).toContain(
      '10 of 40 networks show all four at the size asked for, 40 (100\u00a0%)',
    );
  });
});

it('without recurrence no preference may move', () => {
  const effects = (shift: number) => ({
    effects: (['mixed', 'none', 'inhibition', 'excitation'] as const).flatMap((network) =>
      [0.35, 0.7].flatMap((p_adapter) =>
        [-90, -45, 0, 45].map((d_theta) => ({
          network,
          p_adapter,
          d_theta,
          shift: network === 'none' ? (p_adapter === 0.35 ? shift : 1) : Math.sign(d_theta) * 0.5,
        })),
      ),
    ),
  });
  const still = judged(claims, 'no-recurrence-no-shift', effects(1e-9));
  expect(still.verdict).toBe('reproduced');
  expect(still.measurement.detail).toContain('0.50° on average with recurrence');
  expect(judged(claims, 'no-recurrence-no-shift', effects(1e-5)).verdict).toBe('not reproduced');
});

describe('the optimum', () => {
  const row = (
    network: NetworkId,
    p_adapter: number,
    over: Partial<Rows['optimum'][number]> = {},
  ): Partial<Rows['optimum'][number]> => ({
    network,
    p_adapter,
    gradient: 1e-9,
    gradient_at_one: 2,
    loss: 1,
    loss_control_gains: 1.1,
    loss_at_one: 2,
    ...over,
  });
  const tradeoff = [
    { alpha: 0, loss: 1, loss_control_gains: 1, loss_at_one: 1 },
    { alpha: 1, loss: 1, loss_control_gains: 2, loss_at_one: 2 },
  ];
  const unbiased = row('mixed', 0.1, { loss_control_gains: 1 });
  const of = (...rows: ReturnType<typeof row>[]) =>
    judged(claims, 'closed-form-optimum', { optimum: [unbiased, ...rows], tradeoff });

  it('has no slope and is below its neighbours; the network without a closed form does not count', () => {
    expect(of(row('mixed', 0.35)).verdict).toBe('reproduced');
    expect(of(row('mixed', 0.35), row('loop', 0.35, { gradient: 1 })).verdict).toBe('reproduced');
    expect(of(row('mixed', 0.35, { gradient: 1e-5 })).verdict).toBe('not reproduced');
    expect(of(row('mixed', 0.35, { loss_control_gains: 1 })).verdict).toBe('not reproduced');
  });

  it('is told by what was found, condition by condition', () => {
    const { conditions } = of(row('mixed', 0.35, { gradient: 1e-5, loss_control_gains: 1 }));
    expect(conditions).toMatchObject([
      { label: 'Slope', verdict: 'not reproduced', measurement: { value: 5e-6 } },
      { label: 'Rivals', verdict: 'not reproduced', measurement: { value: 1 } },
    ]);
    expect(conditions[0].measurement.detail).toContain('at most 5.0 × 10⁻⁶ of that at gain 1');
    expect(conditions[1].measurement.detail).toContain('in 1 of 2 cases');
  });
});

describe('the trade-off', () => {
  const tradeoff = (...rows: readonly (readonly [recon: number, activity: number, common: number])[]) => ({
    tradeoff: rows.map(([recon, activity, recon_common], alpha) => ({
      alpha,
      recon,
      activity,
      recon_common,
    })),
  });

  it('must go one way at every step', () => {
    const falling = tradeoff([0, 9, 0], [1, 5, 1], [2, 1, 2]);
    expect(judged(claims, 'trade-off', falling).verdict).toBe('reproduced');
    const back = tradeoff([0, 9, 0], [1, 5, 1], [2, 6, 2]);
    expect(judged(claims, 'trade-off', back)).toMatchObject({
      verdict: 'not reproduced',
      measurement: { value: 1 },
    });
  });

  it('is compared with a common gain wherever activity costs', () => {
    const better = tradeoff([0, 9, 0], [0.9, 5, 1], [1.8, 1, 2]);
    expect(judged(claims, 'better-than-common-gain', better)).toMatchObject({
      verdict: 'reproduced',
      measurement: { value: expect.closeTo(0.1, 9) as number },
    });
    const hardly = tradeoff([0, 9, 0], [0.9, 5, 1], [1.98, 1, 2]);
    expect(judged(claims, 'better-than-common-gain', hardly).verdict).toBe('not reproduced');
  });
});

describe('our own checks', () => {
  const grid = (repulsions: readonly number[]) => ({
    grid: repulsions.map((repulsion) => ({
      repulsion,
      max_ratio_adapter: 0.9,
      max_ratio_ortho: 1.1,
      min_change_adapter: -1,
      correlation_frozen: 1,
      correlation_adaptive: 0.9,
      variation_frozen: 1,
      variation_adaptive: 0.9,
      shared_frozen: 1,
      shared_adaptive: 1.1,
      least_gain: 0.1,
    })),
  });

  it('count networks that repel', () => {
    const most = judged(claims, 'robust-region', grid([1, 1, 1, -1, -1]));
    expect(most).toMatchObject({ verdict: 'reproduced', measurement: { value: 60 } });
    expect(judged(claims, 'robust-region', grid([1, 1, -1, -1])).verdict).toBe('not reproduced');
  });

  it('ask that sequences come near, and back', () => {
    const online = (biasedLate: number, lastLate: number, seeds = 6) => ({
      online: Array.from({ length: seeds }, (_, seed) =>
        [500, 1000, 1500, 2000, 2500, 3000].map((step) => {
          const biased = step > 1000 && step <= 2000;
          const near = 0.05 + 0.001 * seed;
          const distance = { 1500: 0.2, 2000: near + biasedLate, 3000: near + lastLate }[step] ?? near;
          return { seed, step, biased, best_adapter: biased ? 0.4 : 0.6, distance };
        }),
      ).flat(),
    });
    expect(judged(claims, 'online-recovery', online(0, 0))).toMatchObject({
      verdict: 'reproduced',
      measurement: { repetitions: 6 },
    });
    const away = judged(claims, 'online-recovery', online(0.1, 0));
    expect(away).toMatchObject({ verdict: 'not reproduced', binding: { label: 'While biased' } });
    const never = judged(claims, 'online-recovery', online(0, 0.1));
    expect(never).toMatchObject({ verdict: 'not reproduced', binding: { label: 'Afterwards' } });
    expect(judged(claims, 'online-recovery', online(0, 0, 4)).verdict).toBe('inconclusive');
  });
});
