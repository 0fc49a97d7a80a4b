import { between, caseOf, countsOf, relativeTo } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { overSeeds } from '../../src/lib/claims/measurement.js';
import { liesAbove, liesBelow } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { decimals } from '../../src/lib/text/number.js';
import { tables, type TrainedVariant } from '../../src/papers/information-koopman/tables.js';
import { difference, pairedVariants, ratio } from './paired-variants.js';
import { definition } from './systems.js';

type Member = RowsOf<typeof tables>['members'][number];

const claim = claimsOn(tables);

/** Variants trade places within a seed: then no term does anything. */
const exchangeable = { table: 'members', column: 'variant', within: ['system', 'seed'] } as const;

const { latent } = definition.profiles.quick;

/** Directions that latents can take up. */
const directions = between(1, latent);

/** The mean of a variant in the system that a condition is of. */
function meanOf(
  members: readonly Member[],
  variant: TrainedVariant,
  system: string,
  value: (row: Member) => number,
): number {
  const found = pairedVariants(members, [variant, variant], value);
  return caseOf(system, found, ({ label }) => label).means[0];
}

/** Between which values an effective dimension comes out, as a multiple of a variant’s. */
function timesThatOf(members: readonly Member[], variant: TrainedVariant, system: string) {
  const rival = meanOf(members, variant, system, ({ d_eff }) => d_eff);
  return between(directions.least / rival, directions.greatest / rival);
}

export const entropyClaim = claim({
  id: 'entropy-keeps-modes',
  statement:
    'In small autoencoders, the entropy term (γ = 0.05), which rewards it, raises the effective dimension of the latents of test trajectories by 30 % or more.',
  origin: 'abstract',
  source: { grade: 'text', place: 'abstract, sentence 6' },
  reported:
    'the entropy encourages many modes; near full rank with γ = 0.5, a few modes with γ = 0 (Figure 20)',
  figure: 'dimension',
  tables: ['members'],
  measure({ members }) {
    return pairedVariants(members, ['ours', 'mi'], ({ d_eff }) => d_eff).map(
      ({ label, compared, means }) => ({
        label,
        measurement: overSeeds(
          compared(ratio),
          'times the effective dimension without the term',
          `${decimals(means[0], 2)} with the entropy term on average, ${decimals(means[1], 2)} without`,
        ),
      }),
    );
  },
  criterion:
    'in every system more than 1.3 times the effective dimension of the same seed without the term, on average over seeds, with the interval',
  asks: liesAbove(1.3),
  attainable: ({ members }, { label }) => timesThatOf(members, 'mi', label),
  pilot: true,
  chance: exchangeable,
});

export const coherenceClaim = claim({
  id: 'mi-alone-collapses',
  statement:
    'In small autoencoders, temporal coherence alone (α = 0.1, by contrast of latents) lowers the effective dimension below that of the plain autoencoder.',
  origin: 'abstract',
  source: { grade: 'text', place: 'abstract, sentence 5' },
  reported: 'an overemphasis on simplicity may let the latents collapse onto a few dominant modes',
  figure: 'dimension',
  tables: ['members'],
  measure({ members }) {
    return pairedVariants(members, ['mi', 'kae'], ({ d_eff }) => d_eff).map(({ label, compared, means }) => ({
      label,
      measurement: overSeeds(
        compared(difference),
        'effective dimension more than the plain autoencoder’s',
        `${decimals(means[0], 2)} with coherence on average, ${decimals(means[1], 2)} without`,
      ),
    }));
  },
  criterion:
    'in every system the mean difference over seeds lies below 0 with its interval; less than a tenth of a direction would be of no interest',
  asks: liesBelow(0, { effect: -0.1 }),
  attainable: ({ members }, { label }) =>
    relativeTo(
      directions,
      meanOf(members, 'kae', label, ({ d_eff }) => d_eff),
    ),
  pilot: true,
  chance: exchangeable,
});

export const unitCircleClaim = claim({
  id: 'unit-circle',
  statement:
    'In small autoencoders whose operator begins with random elements, fewer of its eigenvalues collapse towards zero with both terms.',
  origin: 'body',
  source: { grade: 'text', place: 'Figure 2' },
  reported: 'near the unit circle; some of the plain autoencoder’s at 0 (vortex street)',
  figure: 'eigenvalues',
  tables: ['members'],
  measure({ members }) {
    return pairedVariants(members, ['ours', 'kae'], ({ collapsed }) => collapsed).map(
      ({ label, compared, means }) => ({
        label,
        measurement: overSeeds(
          compared(difference),
          'eigenvalues of modulus below ½, more than the plain autoencoder’s',
          `${decimals(means[0], 1)} with both terms on average, ${decimals(means[1], 1)} of the plain autoencoder’s`,
        ),
      }),
    );
  },
  criterion:
    'in every system, on average over seeds more than one fewer than the plain autoencoder, with the interval',
  asks: liesBelow(-1),
  attainable: ({ members }, { label }) =>
    relativeTo(
      countsOf(latent),
      meanOf(members, 'kae', label, ({ collapsed }) => collapsed),
    ),
  pilot: true,
  chance: exchangeable,
});

export const releasedSignClaim = claim({
  id: 'released-sign-collapses',
  statement:
    'With the entropy added to the loss, as the released code does, the effective dimension falls below that of the plain autoencoder: the code does not do what the paper says.',
  origin: 'code',
  source: {
    grade: 'code',
    place: 'trainers of the cylinder and dam flow: + 0.1 S in a loss that is minimised',
  },
  reported: 'the entropy is maximised',
  figure: 'dimension',
  tables: ['members'],
  measure({ members }) {
    return pairedVariants(members, ['flipped', 'kae'], ({ d_eff }) => d_eff).map(
      ({ label, compared, means }) => ({
        label,
        measurement: overSeeds(
          compared(ratio),
          'times the effective dimension of the plain autoencoder',
          `${decimals(means[0], 2)} with the sign turned on average, ${decimals(means[1], 2)} of the plain autoencoder`,
        ),
      }),
    );
  },
  criterion:
    'in every system the mean ratio over seeds lies below 1 with its interval; a fall by less than 10 % would be of no interest',
  asks: liesBelow(1, { effect: 0.9 }),
  attainable: ({ members }, { label }) => timesThatOf(members, 'kae', label),
  pilot: true,
  chance: exchangeable,
});
