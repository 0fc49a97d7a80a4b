import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/information-koopman/claims.js';
import { experimentsOf, loadPaper } from '../../../kernels/engine/papers.js';
import { isTested, type TestedClaim } from '../../../src/lib/experiment/claim.js';
import type { Row } from '../../../src/lib/experiment/column.js';
import { tableOf } from '../../../src/lib/experiment/table.js';

function judged(id: string, rows: Readonly<Record<string, readonly Row[]>>) {
  const claim = claims.find((candidate) => candidate.id === id) as TestedClaim;
  const tables = Object.entries(rows).map(([name, of]) => [name, tableOf(Object.keys(of[0]), of)] as const);
  const measurement = claim.measure(Object.fromEntries(tables));
  return { measurement, verdict: claim.judge(measurement) };
}

/** Three seeds of each variant on two systems, by a rule. */
function members(
  of: (variant: string, system: string, seed: number) => { d_eff?: number; collapsed?: number },
) {
  const rows = ['vortex', 'pendulum'].flatMap((system) =>
    ['kae', 'mi', 'ours'].flatMap((variant) =>
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

function rollout(of: (variant: string, system: string, h: number) => number) {
  const rows = ['vortex', 'pendulum'].flatMap((system) =>
    ['kae', 'ours', 'beta0', 'dmd'].flatMap((variant) =>
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
    expect(judged('entropy-keeps-modes', raised)).toMatchObject({
      verdict: 'reproduced',
      measurement: { value: 1.5, seeds: 3 },
    });
    const once = members((variant, system, seed) =>
      variant === 'ours' ? { d_eff: system === 'pendulum' && seed === 2 ? 2.5 : 3 } : {},
    );
    expect(judged('entropy-keeps-modes', once).verdict).toBe('not reproduced');
  });

  it('coherence alone has to lower it on average in each system', () => {
    const lower = members((variant, _, seed) => (variant === 'mi' ? { d_eff: 1.8 + seed / 10 } : {}));
    expect(judged('mi-alone-collapses', lower).verdict).toBe('reproduced');
    const higher = members((variant, system) =>
      variant === 'mi' ? { d_eff: system === 'vortex' ? 1.5 : 2.01 } : {},
    );
    const { verdict, measurement } = judged('mi-alone-collapses', higher);
    expect(verdict).toBe('not reproduced');
    expect(measurement.value).toBeCloseTo(0.01, 9);
  });

  it('eigenvalues count on the vortex street', () => {
    const fewer = (system: string) =>
      members((variant, of) => (variant === 'ours' && of === system ? { collapsed: 7 } : {}));
    expect(judged('unit-circle', fewer('vortex'))).toMatchObject({
      verdict: 'reproduced',
      measurement: { value: -2 },
    });
    expect(judged('unit-circle', fewer('pendulum')).verdict).toBe('not reproduced');
  });
});

describe('claims on predictions', () => {
  it('every horizon of every system has to be better', () => {
    const better = rollout((variant) => (variant === 'ours' ? 0.1 : 0.2));
    expect(judged('better-forecasts', better).verdict).toBe('reproduced');
    const but = rollout((variant, system, h) =>
      variant === 'ours' ? (system === 'vortex' && h === 50 ? 0.3 : 0.1) : 0.2,
    );
    expect(judged('better-forecasts', but)).toMatchObject({
      verdict: 'not reproduced',
      measurement: { value: 1 },
    });
  });

  it('errors without structure have to be twice as large', () => {
    const of = (error: number) => rollout((variant) => (variant === 'beta0' ? error : 0.2));
    expect(judged('structure-needs-beta', of(0.5)).verdict).toBe('reproduced');
    expect(judged('structure-needs-beta', of(0.3)).verdict).toBe('not reproduced');
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
    expect(judged('water-filling', allocation(0.01, 3.334)).verdict).toBe('reproduced');
    expect(judged('water-filling', allocation(0.01, 3.3)).verdict).toBe('not reproduced');
    expect(judged('water-filling', allocation(0, 3.334)).verdict).not.toBe('reproduced');
  });

  it('on the order of informations', () => {
    const order = (i_zz: number) => ({ order: [{ i_xx: 2, i_zx: 1, i_zz }] });
    expect(judged('information-order', order(1)).verdict).toBe('reproduced');
    expect(judged('information-order', order(1.001)).verdict).toBe('not reproduced');
  });
});

it('every claim has its own id, names tables that exist, and says where the paper makes it', async () => {
  const tables = experimentsOf(await loadPaper('information-koopman')).flatMap(({ definition }) =>
    Object.keys(definition.tables),
  );
  expect(new Set(claims.map(({ id }) => id)).size).toBe(7);
  for (const claim of claims) {
    expect(claim.reported.where).not.toBe('');
    if (isTested(claim)) expect(tables).toEqual(expect.arrayContaining([...claim.tables]));
  }
});
