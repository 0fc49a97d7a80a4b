import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/information-koopman/claims.js';
import type { SystemId, TrainedVariant } from '../../../src/papers/information-koopman/tables.js';
import { judged } from '../judged.js';

const systems = ['vortex', 'pendulum'] as const;

/** Three seeds of each variant on two systems, by a rule. */
function members(
  of: (variant: TrainedVariant, system: SystemId, seed: number) => { d_eff?: number; collapsed?: number },
) {
  const rows = systems.flatMap((system) =>
    (['kae', 'mi', 'ours'] as const).flatMap((variant) =>
      [0, 1, 2].map((seed) => ({
        system,
        variant,
        seed,
        d_eff: 2,
        collapsed: 9,
        ...of(variant, system, seed),
      })),
    ),
  );
  return { members: rows };
}

function rollout(of: (variant: TrainedVariant | 'dmd', system: SystemId, h: number) => number) {
  const rows = systems.flatMap((system) =>
    (['kae', 'ours', 'beta0', 'dmd'] as const).flatMap((variant) =>
      [0, 1].flatMap((seed) =>
        [5, 20, 50].map((h) => ({
          system,
          variant,
          seed,
          h,
          nrmse: of(variant, system, h) + (seed - 0.5) / 100,
        })),
      ),
    ),
  );
  return { rollout: rows };
}

describe('claims on latents', () => {
  it('the entropy has to raise the effective dimension of every seed', () => {
    const raised = members((variant) => (variant === 'ours' ? { d_eff: 3 } : {}));
    expect(judged(claims, 'entropy-keeps-modes', raised)).toMatchObject({
      verdict: 'reproduced',
      measurement: { value: 1.5, seeds: 3 },
    });
    const once = members((variant, system, seed) =>
      variant === 'ours' ? { d_eff: system === 'pendulum' && seed === 2 ? 2.5 : 3 } : {},
    );
    expect(judged(claims, 'entropy-keeps-modes', once).verdict).toBe('not reproduced');
  });

  it('coherence alone has to lower it on average in each system', () => {
    const lower = members((variant, _, seed) => (variant === 'mi' ? { d_eff: 1.8 + seed / 10 } : {}));
    expect(judged(claims, 'mi-alone-collapses', lower).verdict).toBe('reproduced');
    const higher = members((variant, system) =>
      variant === 'mi' ? { d_eff: system === 'vortex' ? 1.5 : 2.01 } : {},
    );
    const { verdict, measurement } = judged(claims, 'mi-alone-collapses', higher);
    expect(verdict).toBe('not reproduced');
    expect(measurement.value).toBeCloseTo(0.01, 9);
  });

  it('eigenvalues count on the vortex street', () => {
    const fewer = (system: SystemId) =>
      members((variant, of) => (variant === 'ours' && of === system ? { collapsed: 7 } : {}));
    expect(judged(claims, 'unit-circle', fewer('vortex'))).toMatchObject({
      verdict: 'reproduced',
      measurement: { value: -2 },
    });
    expect(judged(claims, 'unit-circle', fewer('pendulum')).verdict).toBe('not reproduced');
  });

  it('no system counts as won whose partner runs are missing', () => {
    const { members: rows } = members((variant) => (variant === 'ours' ? { d_eff: 3 } : { d_eff: 1 }));
    const partly = rows.filter(({ system, variant }) => system === 'vortex' || variant !== 'mi');
    for (const id of ['entropy-keeps-modes', 'mi-alone-collapses'])
      expect(judged(claims, id, { members: partly })).toMatchObject({
        verdict: 'inconclusive',
        measurement: { value: null },
      });
  });
});

describe('claims on predictions', () => {
  it('every horizon of every system has to be better', () => {
    const better = rollout((variant) => (variant === 'ours' ? 0.1 : 0.2));
    expect(judged(claims, 'better-forecasts', better).verdict).toBe('reproduced');
    const but = rollout((variant, system, h) =>
      variant === 'ours' ? (system === 'vortex' && h === 50 ? 0.3 : 0.1) : 0.2,
    );
    expect(judged(claims, 'better-forecasts', but)).toMatchObject({
      verdict: 'not reproduced',
      measurement: {
        value: 1,
        seeds: 2,
        detail: expect.stringContaining('vortex street at 50 steps 0.300 against 0.200 (fails); ') as string,
      },
    });
  });

  it('errors without structure have to be twice as large', () => {
    const of = (error: number) => rollout((variant) => (variant === 'beta0' ? error : 0.2));
    expect(judged(claims, 'structure-needs-beta', of(0.5)).verdict).toBe('reproduced');
    expect(judged(claims, 'structure-needs-beta', of(0.3)).verdict).toBe('not reproduced');
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
    expect(judged(claims, 'water-filling', allocation(0.01, 3.334)).verdict).toBe('reproduced');
    for (const rows of [allocation(0.01, 3.3), allocation(0, 3.334)])
      expect(judged(claims, 'water-filling', rows)).toMatchObject({
        verdict: 'not reproduced',
        measurement: { value: 1 },
      });
    const { allocation: given } = allocation(0.01, 3.334);
    const spilt = given.map((row) => (row.gamma === 0 ? { ...row, p: row.p + 0.002 } : row));
    expect(judged(claims, 'water-filling', { allocation: spilt })).toMatchObject({
      verdict: 'not reproduced',
      measurement: { value: 1 },
    });
  });

  it('on the order of informations', () => {
    const order = (i_zz: number) => ({ order: [{ i_xx: 2, i_zx: 1, i_zz }] });
    expect(judged(claims, 'information-order', order(1)).verdict).toBe('reproduced');
    expect(judged(claims, 'information-order', order(1.001)).verdict).toBe('not reproduced');
  });
});
