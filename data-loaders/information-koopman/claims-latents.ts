import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { overSeeds } from '../../src/lib/claims/measurement.js';
import { liesAbove, liesBelow } from '../../src/lib/claims/predicate.js';
import { decimals } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/information-koopman/tables.js';
import { difference, pairedVariants, ratio } from './paired-variants.js';

const claim = claimsOn(tables);

/** Variants trade places within a seed: then no term does anything. */
const exchangeable = { table: 'members', column: 'variant', within: ['system', 'seed'] } as const;

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
  pilot: true,
  chance: exchangeable,
});
