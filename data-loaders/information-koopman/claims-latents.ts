import { mean, min } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { exactly, overSeeds, worst } from '../../src/lib/experiment/measurement.js';
import { isLessThan, liesAbove } from '../../src/lib/experiment/predicate.js';
import { pairedBy } from '../../src/lib/statistics/paired.js';
import { decimals } from '../../src/lib/text/number.js';
import { systemLabels, tables, type TrainedVariant } from '../../src/papers/information-koopman/tables.js';

type MemberRow = RowsOf<typeof tables>['members'][number];

const claim = claimsOn(tables);

/** Rows by system: the profiles have different ones, and a claim is about all of a profile's. */
function bySystem(members: readonly MemberRow[]) {
  return [...new Set(members.map(({ system }) => system))].map((system) => ({
    label: systemLabels[system],
    system,
    rows: members.filter((row) => row.system === system),
  }));
}

const ofVariant = (rows: readonly MemberRow[], variant: TrainedVariant) =>
  rows.filter((row) => row.variant === variant);

/** What two variants give with the same seed, seed by seed. */
const pairs = (rows: readonly MemberRow[], ours: TrainedVariant, theirs: TrainedVariant) =>
  pairedBy(ofVariant(rows, ours), ofVariant(rows, theirs), ({ seed }) => seed);

/** Means over the seeds of two variants: `2.11 → 6.30`. */
function arrow(
  rows: readonly MemberRow[],
  variants: readonly TrainedVariant[],
  column: 'd_eff' | 'collapsed',
  digits: number,
): string {
  return variants
    .map((variant) => decimals(mean(ofVariant(rows, variant), (row) => row[column]) ?? NaN, digits))
    .join(' → ');
}

export const entropyClaim = claim({
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
    const cases = bySystem(members).map(({ label, rows }) => {
      const ratios = pairs(rows, 'ours', 'mi').map(([ours, mi]) => ours.d_eff / mi.d_eff);
      const unit = 'times, the least over seeds and systems';
      const detail = arrow(rows, ['mi', 'ours'], 'd_eff', 2);
      return { label, measurement: exactly(min(ratios) ?? null, unit, detail, ratios.length) };
    });
    const found = worst(cases, 'smallest');
    return { ...found, detail: `mean effective dimension without → with the entropy term: ${found.detail}` };
  },
  criterion: 'more than 1.3 times that of the same seed without the term, for every seed of every system',
  judge: liesAbove(1.3),
});

export const coherenceClaim = claim({
  id: 'mi-alone-collapses',
  statement:
    'Temporal coherence alone does not raise the effective dimension over that of the plain autoencoder, and tends to lower it.',
  kind: 'qualitative',
  reported: { value: 'γ = 0: a few dominant modes', where: 'Proposition 4, Figure 6' },
  figure: 'dimension',
  tables: ['members'],
  measure({ members }) {
    const cases = bySystem(members).map(({ label, rows }) => {
      const differences = pairs(rows, 'mi', 'kae').map(([mi, kae]) => mi.d_eff - kae.d_eff);
      const unit = 'difference of effective dimensions, the largest mean of a system';
      const seeds = differences.map((value) => decimals(value, 3)).join(', ');
      const detail = `${decimals(mean(differences) ?? NaN, 3)} (seeds ${seeds})`;
      return { label, measurement: overSeeds(differences, unit, detail) };
    });
    const found = worst(cases, 'largest');
    return { ...found, detail: `mean of mi − kae: ${found.detail}` };
  },
  criterion: 'the mean difference over seeds is below zero in every system',
  judge: isLessThan(0),
});

export const unitCircleClaim = claim({
  id: 'unit-circle',
  statement: 'With the entropy term fewer eigenvalues of the operator collapse towards zero.',
  kind: 'qualitative',
  reported: { value: 'near the unit circle; some of the plain autoencoder’s at 0', where: 'Figure 2' },
  figure: 'eigenvalues',
  tables: ['members'],
  measure({ members }) {
    const vortex = members.filter(({ system }) => system === 'vortex');
    const detail = bySystem(members)
      .map(({ label, rows }) => `${label} ${arrow(rows, ['kae', 'ours'], 'collapsed', 1)}`)
      .join('; ');
    return overSeeds(
      pairs(vortex, 'ours', 'kae').map(([ours, kae]) => ours.collapsed - kae.collapsed),
      'eigenvalues of modulus below ½, mean difference on the vortex street',
      `mean number for the plain autoencoder → with both terms: ${detail}; the operator begins with random elements`,
    );
  },
  criterion: 'on the vortex street, on average more than one fewer than the plain autoencoder',
  judge: isLessThan(-1),
});
