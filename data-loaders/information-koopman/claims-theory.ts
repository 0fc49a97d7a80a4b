import type { Claim } from '../../src/lib/experiment/claim.js';
import { isLessThan } from '../../src/lib/experiment/predicate.js';
import { exactly, short } from './rows-of.js';

interface AllocationRow {
  readonly gamma: number;
  readonly mode: number;
  readonly p: number;
  readonly d_eff: number;
}

/** What equations 43 and 49 give for gains 10, 2, ½, 0.1 and a budget of 1; fixed by the recipe of the reproduction. */
const expected = { p: [0.7, 0.3, 0, 0], filled: 1.842, regularised: 3.334, gamma: 0.5 };

export const theoryClaims: readonly Claim[] = [
  {
    id: 'water-filling',
    statement:
      'At fixed variance, maximising the information between latents leaves weak modes nothing; the entropy term gives every mode some variance and raises the effective dimension.',
    kind: 'exact',
    reported: {
      value: 'weak modes get nothing; with γ > 0 every mode gets some',
      where: 'Propositions 4 and 5, equations 43 and 49',
    },
    figure: 'allocation',
    tables: ['allocation'],
    measure({ allocation }) {
      const rows = allocation.objects() as AllocationRow[];
      const at = (gamma: number) => rows.filter((row) => row.gamma === gamma);
      const [filled, regularised] = [at(0), at(expected.gamma)];
      const deviation = Math.max(
        ...filled.map(({ mode, p }) => Math.abs(p - expected.p[mode - 1])),
        Math.abs(filled[0].d_eff - expected.filled),
        Math.abs(regularised[0].d_eff - expected.regularised),
      );
      const least = Math.min(...rows.filter(({ gamma }) => gamma > 0).map(({ p }) => p));
      const positive = Math.min(...regularised.map(({ p }) => p)) > 0;
      const list = filled.map(({ p }) => short(p, 3)).join(', ');
      const detail = `variances ${list} without the entropy, effective dimension ${short(filled[0].d_eff, 3)}; ${short(regularised[0].d_eff, 3)} at γ = ${expected.gamma}; the least variance of any mode at any γ > 0 is ${least.toExponential(1)}`;
      return exactly(
        positive ? deviation : Infinity,
        'largest deviation from what the formulas give',
        detail,
        1,
      );
    },
    criterion:
      'with gains 10, 2, ½, 0.1 and a budget of 1: variances (0.7, 0.3, 0, 0) without the entropy; with γ = 0.5 all above zero; effective dimensions 1.842 and 3.334; each within 0.001',
    judge: isLessThan(1e-3),
  },
  {
    id: 'information-order',
    statement:
      'A latent loses information: between states there is at least as much as between a latent and the next state, and there at least as much as between latents.',
    kind: 'exact',
    reported: { value: 'I(x; x₊) ≥ I(z; x₊) ≥ I(z; z₊)', where: 'Proposition 1' },
    figure: 'order',
    tables: ['order'],
    measure({ order }) {
      const rows = order.objects() as { i_xx: number; i_zx: number; i_zz: number }[];
      const slack = Math.min(...rows.flatMap(({ i_xx, i_zx, i_zz }) => [i_xx - i_zx, i_zx - i_zz]));
      const detail = `in ${rows.length} random linear systems with normal noise, with z₊ seen of the true next state`;
      return exactly(-slack, 'nats, the largest violation', detail, rows.length);
    },
    criterion: 'no violation by more than 1e-9 nats',
    judge: isLessThan(1e-9),
  },
];
