import type { Claim } from '../../src/lib/experiment/claim.js';
import { equals, isLessThan, liesAbove } from '../../src/lib/experiment/predicate.js';
import {
  distinct,
  exactly,
  mean,
  meanOf,
  type MemberRow,
  membersOf,
  paired,
  rolloutsOf,
  short,
  systemName,
} from './rows-of.js';

const systemsOf = (rows: readonly { system: string }[]) => distinct(rows.map(({ system }) => system));
const of = <Row extends { system: string }>(rows: readonly Row[], system: string) =>
  rows.filter((row) => row.system === system);
const seedsOf = (rows: readonly { seed: number }[]) => distinct(rows.map(({ seed }) => seed)).length;

/** Means of a column over the seeds of two variants, as text: `2.11 → 6.30`. */
function arrow(
  rows: readonly MemberRow[],
  from: string,
  to: string,
  column: 'd_eff' | 'collapsed',
  digits = 2,
): string {
  const average = (variant: string) =>
    mean(rows.filter((row) => row.variant === variant).map((row) => row[column]));
  return `${short(average(from), digits)} → ${short(average(to), digits)}`;
}

/** Steps ahead at which the paper's Table 2 compares. */
const horizons = [5, 20, 50];

export const systemClaims: readonly Claim[] = [
  {
    id: 'entropy-keeps-modes',
    statement: 'The entropy term raises the effective dimension of the latents.',
    kind: 'qualitative',
    reported: {
      value: 'near full rank with γ = 0.5, a few modes with γ = 0',
      where: 'Figure 20, Proposition 5',
    },
    figure: 'dimension',
    tables: ['members'],
    measure({ members }) {
      const rows = membersOf(members);
      const ratios = systemsOf(rows).map((system) =>
        Math.min(
          ...paired(of(rows, system), ['ours', 'mi'], (row) => row.d_eff).map(
            ({ first, second }) => first / second,
          ),
        ),
      );
      const detail = systemsOf(rows)
        .map((system) => `${systemName(system)} ${arrow(of(rows, system), 'mi', 'ours', 'd_eff')}`)
        .join('; ');
      return exactly(
        Math.min(...ratios),
        'times, the least over seeds and systems',
        `mean effective dimension without → with the entropy term: ${detail}`,
        seedsOf(rows),
      );
    },
    criterion: 'more than 1.3 times that of the same seed without the term, for every seed of every system',
    judge: liesAbove(1.3),
  },
  {
    id: 'mi-alone-collapses',
    statement:
      'Temporal coherence alone does not raise the effective dimension over that of the plain autoencoder, and tends to lower it.',
    kind: 'qualitative',
    reported: { value: 'γ = 0: a few dominant modes', where: 'Proposition 4, Figure 6' },
    figure: 'dimension',
    tables: ['members'],
    measure({ members }) {
      const rows = membersOf(members);
      const differences = systemsOf(rows).map((system) => ({
        system,
        each: paired(of(rows, system), ['mi', 'kae'], (row) => row.d_eff).map(
          ({ first, second }) => first - second,
        ),
      }));
      const detail = differences
        .map(
          ({ system, each }) =>
            `${systemName(system)} ${short(mean(each), 3)} (seeds ${each.map((value) => short(value, 3)).join(', ')})`,
        )
        .join('; ');
      const worst = differences.reduce((a, b) => (mean(b.each) > mean(a.each) ? b : a));
      return meanOf(
        worst.each,
        'difference of effective dimensions, the largest mean of a system',
        `mean of mi − kae: ${detail}`,
      );
    },
    criterion: 'the mean difference over seeds is below zero in every system',
    judge: isLessThan(0),
  },
  {
    id: 'unit-circle',
    statement: 'With the entropy term fewer eigenvalues of the operator collapse towards zero.',
    kind: 'qualitative',
    reported: { value: 'near the unit circle; some of the plain autoencoder’s at 0', where: 'Figure 2' },
    figure: 'eigenvalues',
    tables: ['members'],
    measure({ members }) {
      const rows = membersOf(members);
      const vortex = paired(of(rows, 'vortex'), ['ours', 'kae'], (row) => row.collapsed);
      const detail = systemsOf(rows)
        .map((system) => `${systemName(system)} ${arrow(of(rows, system), 'kae', 'ours', 'collapsed', 1)}`)
        .join('; ');
      return meanOf(
        vortex.map(({ first, second }) => first - second),
        'eigenvalues of modulus below ½, mean difference on the vortex street',
        `mean number for the plain autoencoder → with both terms: ${detail}; the operator begins with random elements`,
      );
    },
    criterion: 'on the vortex street, on average more than one fewer than the plain autoencoder',
    judge: isLessThan(-1),
  },
  {
    id: 'structure-needs-beta',
    statement: 'Without structural consistency, predictions of several steps fail.',
    kind: 'qualitative',
    reported: { value: 'β = 0: collapsed', where: 'Figure 6' },
    figure: 'rollout',
    tables: ['rollout'],
    measure({ rollout }) {
      const rows = rolloutsOf(rollout).filter(({ h }) => h === 5);
      const average = (system: string, variant: string) =>
        mean(
          of(rows, system)
            .filter((row) => row.variant === variant)
            .map(({ nrmse }) => nrmse),
        );
      const detail = systemsOf(rows)
        .map(
          (system) =>
            `${systemName(system)} ${short(average(system, 'beta0'), 3)} against ${short(average(system, 'ours'), 3)}`,
        )
        .join('; ');
      return exactly(
        average('vortex', 'beta0') / average('vortex', 'ours'),
        'times the error at 5 steps, vortex street',
        `mean NRMSE at 5 steps with β = 0 against β = 1: ${detail}`,
        seedsOf(rows),
      );
    },
    criterion: 'on the vortex street, the mean error at 5 steps is more than twice that with β = 1',
    judge: liesAbove(2),
  },
  {
    id: 'better-forecasts',
    statement:
      'The whole Lagrangian predicts better than the plain Koopman autoencoder at 5, 20 and 50 steps.',
    kind: 'qualitative',
    reported: {
      value: 'vortex street .068/.114/.138 against .149/.195/.233; lower on all four systems',
      where: 'Table 2',
    },
    figure: 'rollout',
    tables: ['rollout'],
    measure({ rollout }) {
      const rows = rolloutsOf(rollout);
      const comparisons = systemsOf(rows).flatMap((system) =>
        horizons.map((h) => {
          const pairs = paired(
            of(rows, system).filter((row) => row.h === h),
            ['ours', 'kae'],
            ({ nrmse }) => nrmse,
          );
          return {
            system,
            kae: mean(pairs.map(({ second }) => second)),
            ours: mean(pairs.map(({ first }) => first)),
          };
        }),
      );
      const list = (system: string, variant: 'kae' | 'ours') =>
        of(comparisons, system)
          .map((row) => short(row[variant], 3))
          .join('/');
      const detail = systemsOf(rows)
        .map((system) => `${systemName(system)} ${list(system, 'ours')} against ${list(system, 'kae')}`)
        .join('; ');
      return exactly(
        comparisons.filter(({ kae, ours }) => !(ours < kae)).length,
        `of ${comparisons.length} comparisons in which it does not`,
        `mean NRMSE at ${horizons.join('/')} steps, with both terms against the plain autoencoder: ${detail}`,
        seedsOf(rows.filter(({ variant }) => variant === 'ours')),
      );
    },
    criterion: 'a lower mean error over seeds at each of the three horizons in each system',
    judge: equals(0),
  },
];
