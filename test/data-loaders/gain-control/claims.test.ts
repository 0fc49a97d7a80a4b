import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/gain-control/claims.js';
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

/** Neurons of all networks, with the same effects but for what is changed in one of them. */
function effects(network: string, change: (dTheta: number) => Row): Row[] {
  return ['mixed', 'none', 'inhibition', 'excitation'].flatMap((name) =>
    [0.35, 0.7].flatMap(
      (p_adapter) =>
      [-90, -45, 0, 45].map((d_theta) => ({
        network: name, p_adapter, d_theta, g0: 0.6, g1: d_theta === 0 ? 0.5 : d_theta === -90 ? 0.7 : 0.6,
        max_ratio: d_theta === 0 ? 0.8 : 1.1, min_change: d_theta === 0 ? -0.1 : 0.1,
        shift: name === 'none' ? 0 : Math.sign(d_theta) * 0.5,
        ...(name === network && p_adapter === 0.35 ? change(d_theta) : {}),
      })), // prettier-ignore
    ),
  );
}

/** No change. */
const none: Row = {};

const verdictOf = (id: string, network: string, change: (dTheta: number) => Row) =>
  judged(id, { effects: effects(network, change) }).verdict;

describe('claims on neurons', () => {
  it('hold where every condition does', () => {
    for (const id of ['gain-reduction-at-adapter', 'maxima-minima', 'repulsion-needs-recurrence'])
      expect(verdictOf(id, 'mixed', () => ({}))).toBe('reproduced');
  });

  it.each<[string, string, (dTheta: number) => Row]>([
    ['gain-reduction-at-adapter', 'mixed', (d) => (d === 45 ? { g1: 0.4 } : none)],
    ['gain-reduction-at-adapter', 'mixed', (d) => (d === -90 ? { g1: 0.6 } : none)],
    ['maxima-minima', 'mixed', (d) => (d === 0 ? { max_ratio: 0.96 } : none)],
    ['maxima-minima', 'mixed', (d) => (d === -90 ? { max_ratio: 1.01 } : none)],
    ['maxima-minima', 'mixed', (d) => (d === 0 ? { min_change: 0.01 } : none)],
    ['repulsion-needs-recurrence', 'mixed', (d) => ({ shift: -0.5 * Math.sign(d) })],
    ['repulsion-needs-recurrence', 'none', (d) => ({ shift: 1e-5 * Math.sign(d) })],
  ])('%s fails where one does not (%s)', (id, network, change) => {
    expect(judged(id, { effects: effects(network, change) }).measurement.value).toBe(1);
    expect(verdictOf(id, network, change)).toBe('not reproduced');
  });
});

describe('the optimum', () => {
  const row = (network: string, p_adapter: number, over: Row = {}): Row => ({
    network, p_adapter, gradient: 1e-9, gradient_at_one: 2, loss: 1, loss_control_gains: 1.1, loss_at_one: 2, ...over,
  }); // prettier-ignore
  const tradeoff = [{ alpha: 0, loss: 1, loss_control_gains: 1, loss_at_one: 1 }, { alpha: 1, loss: 1, loss_control_gains: 2, loss_at_one: 2 }]; // prettier-ignore
  const unbiased = row('mixed', 0.1, { loss_control_gains: 1 });
  const verdict = (...rows: Row[]) =>
    judged('closed-form-optimum', { optimum: [unbiased, ...rows], tradeoff }).verdict;

  it('has no slope and is below its neighbours; the network without a closed form does not count', () => {
    expect(verdict(row('mixed', 0.35))).toBe('reproduced');
    expect(verdict(row('mixed', 0.35), row('loop', 0.35, { gradient: 1 }))).toBe('reproduced');
    expect(verdict(row('mixed', 0.35, { gradient: 1e-5 }))).toBe('not reproduced');
    expect(verdict(row('mixed', 0.35, { loss_control_gains: 1 }))).toBe('not reproduced');
  });
});

describe('claims on the population', () => {
  const states = (frozen: Row, adaptive: Row) => ({
    states: Object.entries({ control: {}, frozen, adaptive, whitened: { variation: null } }).map(([state, over]) => ({
      network: 'mixed', p_adapter: 0.35, state, variation: 0.4, correlation: 0.5, shared_norm: 1, ...over,
    })),
  }); // prettier-ignore

  it('compare adapted gains with gains as before', () => {
    expect(judged('homeostasis', states({}, { variation: 0.2 }))).toMatchObject({ verdict: 'reproduced', measurement: { value: 0.5 } }); // prettier-ignore
    expect(judged('homeostasis', states({}, { variation: 0.31 })).verdict).toBe('not reproduced');
    const { verdict, measurement } = judged(
      'decorrelation',
      states({ correlation: 0.6 }, { correlation: 0.55 }),
    );
    expect(verdict).toBe('reproduced');
    expect(measurement.detail).toContain('50 % of the excess');
    expect(judged('decorrelation', states({ correlation: 0.6 }, { correlation: 0.65 })).verdict).toBe('not reproduced'); // prettier-ignore
  });
});

describe('our own checks', () => {
  const grid = (repulsions: readonly number[]) => ({
    grid: repulsions.map((repulsion) => ({
      repulsion, max_ratio_adapter: 0.9, max_ratio_ortho: 1.1, min_change_adapter: -1, correlation_frozen: 1, correlation_adaptive: 0.9,
      variation_frozen: 1, variation_adaptive: 0.9, shared_frozen: 1, shared_adaptive: 1.1, least_gain: 0.1,
    })),
  }); // prettier-ignore

  it('count networks that repel', () => {
    expect(judged('robust-region', grid([1, 1, 1, -1, -1]))).toMatchObject({ verdict: 'reproduced', measurement: { value: 60 } }); // prettier-ignore
    expect(judged('robust-region', grid([1, 1, -1, -1])).verdict).toBe('not reproduced');
  });

  it('ask of every sequence that it comes near', () => {
    const online = (late: number) => ({
      online: [0, 1].flatMap((seed) =>
        [500, 1000, 1500, 2000, 2500, 3000].map((step) => ({
          seed, step, biased: step > 1000 && step <= 2000, best_adapter: step > 1000 && step <= 2000 ? 0.4 : 0.6,
          distance: step === 1500 ? 0.2 : seed === 1 && step >= 2000 ? late : 0.05,
        })),
      ),
    }); // prettier-ignore
    expect(judged('online-recovery', online(0.08)).verdict).toBe('reproduced');
    expect(judged('online-recovery', online(0.12))).toMatchObject({ verdict: 'not reproduced', measurement: { value: 1 } }); // prettier-ignore
  });
});

it('every claim has its own id, names tables that exist, and says where the paper makes it', async () => {
  const tables = experimentsOf(await loadPaper('gain-control')).flatMap(({ definition }) =>
    Object.keys(definition.tables),
  );
  expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
  for (const claim of claims) {
    expect(claim.reported.where).not.toBe('');
    if (isTested(claim)) expect(tables).toEqual(expect.arrayContaining([...claim.tables]));
  }
});
