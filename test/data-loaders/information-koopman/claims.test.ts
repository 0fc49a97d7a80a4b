import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/information-koopman/claims.js';
import type { SystemId, TrainedVariant } from '../../../src/papers/information-koopman/tables.js';
import { judged } from '../judged.js';

const systems: readonly SystemId[] = ['vortex', 'pendulum'];

const seeds = [0, 1, 2, 3, 4];

type Member = { readonly d_eff?: number; readonly collapsed?: number };

/** Five seeds of each variant on two systems, by a rule. */
function members(of: (variant: TrainedVariant, system: SystemId, seed: number) => Member) {
  const rows = systems.flatMap((system) =>
    (['kae', 'mi', 'ours', 'flipped'] as const).flatMap((variant) =>
      seeds.map((seed) => ({ system, variant, seed, d_eff: 2, collapsed: 9, ...of(variant, system, seed) })),
    ),
  );
  return { members: rows };
}

function rollout(
  of: (variant: TrainedVariant | 'dmd', system: SystemId, h: number, seed: number) => number,
  shown: readonly SystemId[] = systems,
) {
  const rows = shown.flatMap((system) =>
    (['kae', 'ours', 'beta0', 'dmd'] as const).flatMap((variant) =>
      seeds.flatMap((seed) =>
        [5, 20, 50].map((h) => ({ system, variant, seed, h, nrmse: of(variant, system, h, seed) })),
      ),
    ),
  );
  return { rollout: rows };
}

/** One system differs from what all others have. */
const only = (wanted: SystemId, there: number, elsewhere: number) => (system: SystemId) =>
  system === wanted ? there : elsewhere;

describe('claims on latents', () => {
  const measuredBy = (id: string, variant: TrainedVariant, of: (system: SystemId, seed: number) => Member) =>
    judged(
      claims,
      id,
      members((each, system, seed) => (each === variant ? of(system, seed) : {})),
    );

  it.each<[id: string, TrainedVariant, column: keyof Member, good: number, bad: number]>([
    ['entropy-keeps-modes', 'ours', 'd_eff', 3, 2.5],
    ['mi-alone-collapses', 'mi', 'd_eff', 1.5, 2.1],
    // Lower, but by less than is of interest.
    ['mi-alone-collapses', 'mi', 'd_eff', 1.5, 1.95],
    ['unit-circle', 'ours', 'collapsed', 6, 8.5],
    ['released-sign-collapses', 'flipped', 'd_eff', 1.2, 2],
    ['released-sign-collapses', 'flipped', 'd_eff', 1.2, 1.9],
  ])('%s: in every system, over seeds', (id, variant, column, good, bad) => {
    const all = measuredBy(id, variant, (_, seed) => ({ [column]: good + 0.001 * seed }));
    expect(all).toMatchObject({ verdict: 'reproduced', measurement: { repetitions: 5 } });
    const one = only('pendulum', bad, good);
    expect(
      measuredBy(id, variant, (system, seed) => ({ [column]: one(system) + 0.001 * seed })),
    ).toMatchObject({ verdict: 'not reproduced', binding: { label: 'pendulum' } });
    // Seeds that go both ways.
    const away = 3 * (bad - good);
    expect(measuredBy(id, variant, (_, seed) => ({ [column]: good + (seed === 0 ? away : 0) })).verdict).toBe(
      'inconclusive',
    );
  });

  it('no system counts as won whose partner runs are missing', () => {
    const { members: rows } = members((variant) => (variant === 'ours' ? { d_eff: 3 } : { d_eff: 1 }));
    const partly = rows.filter(
      ({ system, variant, seed }) => system === 'vortex' || variant !== 'mi' || seed > 0,
    );
    for (const id of ['entropy-keeps-modes', 'mi-alone-collapses']) {
      const pendulum = judged(claims, id, { members: partly }).conditions.find(
        ({ label }) => label === 'pendulum',
      );
      expect(pendulum).toMatchObject({ verdict: 'inconclusive', measurement: { value: null } });
    }
  });
});

describe('claims on predictions', () => {
  const elsewhere = ['pendulum', 'van-der-pol', 'duffing'] as const;

  it.each<[id: string, shown: readonly SystemId[], label: string]>([
    ['better-forecasts-street', ['vortex'], '50 steps'],
    ['better-forecasts-lorenz', ['lorenz63'], '50 steps'],
    ['better-forecasts-elsewhere', elsewhere, 'Duffing, 50 steps'],
  ])('%s: at every horizon, of its own systems', (id, shown, label) => {
    const last = shown[shown.length - 1];
    const judgeWith = (ours: (system: SystemId, h: number) => number, kae = 0.2) =>
      judged(
        claims,
        id,
        rollout(
          (variant, system, h, seed) => (variant === 'ours' ? ours(system, h) : kae) + 0.001 * seed,
          systems.concat(elsewhere.slice(1), 'lorenz63'),
        ),
      );
    const good = judgeWith((system) => (shown.includes(system) ? 0.1 : 0.9));
    expect(good.verdict).toBe('reproduced');
    expect(good.conditions).toHaveLength(3 * shown.length);
    for (const worse of [0.3, 0.195])
      expect(judgeWith((system, h) => (system === last && h === 50 ? worse : 0.1))).toMatchObject({
        verdict: 'not reproduced',
        binding: { label },
      });
    // Where neither has skill, an order means nothing.
    const blind = judgeWith((system, h) => (system === last && h === 50 ? 0.6 : 0.1), 0.9);
    expect(blind.verdict).toBe('inconclusive');
    expect(blind.gates.filter(({ open }) => !open)).toMatchObject([{ found: '0.602' }]);
  });

  it('errors without structure have to be twice as large, where there is skill', () => {
    const of = (error: (system: SystemId) => number, ours = 0.2) =>
      judged(
        claims,
        'structure-needs-beta',
        rollout((variant, system, _, seed) => (variant === 'beta0' ? error(system) : ours) + 0.001 * seed),
      );
    expect(of(() => 0.5).verdict).toBe('reproduced');
    expect(of(only('pendulum', 0.3, 0.5))).toMatchObject({
      verdict: 'not reproduced',
      binding: { label: 'pendulum' },
    });
    expect(of(() => 2, 0.6).verdict).toBe('inconclusive');
  });
});

describe('exact claims', () => {
  const allocation = (weak: number, d_eff: number) => ({
    allocation: [0, 0.5].flatMap((gamma) =>
      [0.7, 0.3, 0, 0].map((p, i) => ({
        gamma,
        mode: i + 1,
        p: gamma === 0 ? p : p + weak,
        d_eff: gamma === 0 ? 1.842 : d_eff,
      })),
    ),
  });

  it('on allocations', () => {
    const filled = (rows: ReturnType<typeof allocation>) => judged(claims, 'water-filling', rows);
    const fills = (rows: ReturnType<typeof allocation>) => judged(claims, 'entropy-fills-all-modes', rows);
    const right = allocation(0.01, 3.334);
    expect(filled(right).verdict).toBe('reproduced');
    expect(fills(right).verdict).toBe('reproduced');
    expect(fills(allocation(0.01, 3.3))).toMatchObject({
      verdict: 'not reproduced',
      binding: { label: 'Effective dimension' },
    });
    expect(fills(allocation(0, 3.334))).toMatchObject({
      verdict: 'not reproduced',
      binding: { label: 'Least variance at any γ > 0' },
    });
    const changed = (by: { readonly p?: number; readonly d_eff?: number }) => ({
      allocation: right.allocation.map((row) =>
        row.gamma === 0 ? { ...row, p: row.p + (by.p ?? 0), d_eff: row.d_eff + (by.d_eff ?? 0) } : row,
      ),
    });
    expect(filled(changed({ p: 0.002 })).binding?.label).toBe('Variances');
    expect(filled(changed({ p: 0.002 })).verdict).toBe('not reproduced');
    expect(filled(changed({ d_eff: 0.002 })).verdict).toBe('not reproduced');
  });

  it('on the order of informations', () => {
    const order = (i_zz: number) => ({ order: [{ i_xx: 2, i_zx: 1, i_zz }] });
    expect(judged(claims, 'information-order', order(1)).verdict).toBe('reproduced');
    expect(judged(claims, 'information-order', order(1.001))).toMatchObject({
      verdict: 'not reproduced',
      measurement: { value: 1 },
    });
  });
});
