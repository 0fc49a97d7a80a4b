import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/gain-control/claims.js';
import type { EffectRow, NetworkId, Rows } from '../../../src/papers/gain-control/tables.js';
import { judged } from '../judged.js';

/** What is changed of a neuron. */
type Change = (dTheta: number) => Partial<EffectRow>;

/** Neurons of all networks, with the same effects but for what is changed in one of them. */
function effects(network: NetworkId, change: Change) {
  return (['mixed', 'none', 'inhibition', 'excitation'] as const).flatMap((name) =>
    [0.35, 0.7].flatMap((p_adapter) =>
      [-90, -45, 0, 45].map((d_theta) => ({
        network: name,
        p_adapter,
        d_theta,
        g0: 0.6,
        g1: { 0: 0.5, [-90]: 0.7 }[d_theta] ?? 0.6,
        max_ratio: d_theta === 0 ? 0.8 : 1.1,
        min_change: d_theta === 0 ? -0.1 : 0.1,
        shift: name === 'none' ? 0 : Math.sign(d_theta) * 0.5,
        ...(name === network && p_adapter === 0.35 ? change(d_theta) : {}),
      })),
    ),
  );
}

describe('claims on neurons', () => {
  it('hold where every condition does', () => {
    for (const id of ['gain-reduction-at-adapter', 'maxima-minima', 'repulsion-needs-recurrence'])
      expect(judged(claims, id, { effects: effects('mixed', () => ({})) }).verdict).toBe('reproduced');
  });

  it.each<[string, NetworkId, Change]>([
    ['gain-reduction-at-adapter', 'mixed', (d) => (d === 45 ? { g1: 0.4 } : {})],
    ['gain-reduction-at-adapter', 'mixed', (d) => (d === -90 ? { g1: 0.6 } : {})],
    ['maxima-minima', 'mixed', (d) => (d === 0 ? { max_ratio: 0.96 } : {})],
    ['maxima-minima', 'mixed', (d) => (d === -90 ? { max_ratio: 1.01 } : {})],
    ['maxima-minima', 'mixed', (d) => (d === 0 ? { min_change: 0.01 } : {})],
    ['repulsion-needs-recurrence', 'mixed', (d) => ({ shift: -0.5 * Math.sign(d) })],
    ['repulsion-needs-recurrence', 'none', (d) => ({ shift: 1e-5 * Math.sign(d) })],
  ])('%s fails where one does not (%s)', (id, network, change) => {
    const { measurement, verdict } = judged(claims, id, { effects: effects(network, change) });
    expect(measurement.value).toBe(1);
    expect(verdict).toBe('not reproduced');
  });
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

  it('is told by what was found, not by a number that stands for it', () => {
    const { measurement } = of(row('mixed', 0.35, { gradient: 1e-5, loss_control_gains: 1 }));
    expect(measurement).toMatchObject({ value: 2, unit: 'of 2 conditions fail' });
    expect(measurement.detail).toContain('at most 5.0 × 10⁻⁶ of that at gain 1 (fails)');
    expect(measurement.detail).toContain('in 1 of 2 cases');
  });
});

describe('claims on the population', () => {
  type StateRow = Partial<Rows['states'][number]>;
  const states = (frozen: StateRow, adaptive: StateRow) => {
    const changes = { control: {}, frozen, adaptive, whitened: { variation: null } };
    return {
      states: (['control', 'frozen', 'adaptive', 'whitened'] as const).map((state) => ({
        network: 'mixed' as const,
        p_adapter: 0.35,
        state,
        variation: 0.4,
        correlation: 0.5,
        shared_norm: 1,
        ...(changes[state] as StateRow),
      })),
    };
  };

  it('compare adapted gains with gains as before', () => {
    const evener = judged(claims, 'homeostasis', states({}, { variation: 0.2 }));
    expect(evener).toMatchObject({ verdict: 'reproduced', measurement: { value: 0.5 } });
    expect(judged(claims, 'homeostasis', states({}, { variation: 0.31 })).verdict).toBe('not reproduced');
    const lower = judged(claims, 'decorrelation', states({ correlation: 0.6 }, { correlation: 0.55 }));
    expect(lower.verdict).toBe('reproduced');
    expect(lower.measurement.detail).toContain('50 % of the excess');
    const higher = judged(claims, 'decorrelation', states({ correlation: 0.6 }, { correlation: 0.65 }));
    expect(higher.verdict).toBe('not reproduced');
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

  it('ask of every sequence that it comes near', () => {
    const online = (late: number) => ({
      online: [0, 1].flatMap((seed) =>
        [500, 1000, 1500, 2000, 2500, 3000].map((step) => {
          const biased = step > 1000 && step <= 2000;
          const distance = seed === 1 && step >= 2000 ? late : 0.05;
          return {
            seed,
            step,
            biased,
            best_adapter: biased ? 0.4 : 0.6,
            distance: step === 1500 ? 0.2 : distance,
          };
        }),
      ),
    });
    expect(judged(claims, 'online-recovery', online(0.08)).verdict).toBe('reproduced');
    const far = judged(claims, 'online-recovery', online(0.12));
    expect(far).toMatchObject({ verdict: 'not reproduced', measurement: { value: 1 } });
  });
});
