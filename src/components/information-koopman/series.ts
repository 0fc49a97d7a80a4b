import type { SystemId } from '../../papers/information-koopman/tables.js';
import { series, type SeriesLook } from '../series.js';

/** One place in the palette for colour, dash and symbol. */
const place = (at: number): SeriesLook => ({ color: at, dash: at, symbol: at });

/** The variants of the method, in the order in which terms are added, and the linear fit. */
export const variants = series(
  {
    kae: 'autoencoder alone',
    mi: 'with coherence',
    vne: 'with entropy',
    ours: 'with both (the paper’s)',
    flipped: 'entropy’s sign turned',
    beta0: 'both, without structure',
    'ours-0.005': 'both, a tenth of the entropy',
    'ours-0.02': 'both, two fifths of it',
    'kae-identity': 'alone, from the identity',
    'ours-identity': 'both, from the identity',
    dmd: 'DMD, linear in the state',
  },
  {
    look: {
      // The two lie on one another: between the dashes of one the other is to be seen.
      kae: { ...place(6), dash: 4 },
      mi: { ...place(2), dash: 5 },
      vne: place(5),
      ours: place(0),
      flipped: place(1),
      beta0: place(3),
      'ours-0.005': place(4),
      'ours-0.02': { ...place(4), dash: 2, symbol: 3 },
      'kae-identity': { ...place(6), dash: 3 },
      'ours-identity': { ...place(0), dash: 5 },
      dmd: place(7),
    },
  },
);

export type VariantId = (typeof variants.ids)[number];

/** The two models that are trained in the page. */
export const liveModels = series(
  { plain: 'autoencoder alone', chosen: 'your multipliers' },
  { look: { plain: { color: 6, dash: 1, symbol: 1 }, chosen: place(0) } },
);

/** The methods of the paper's Table 2. */
export const reportedMethods = series(
  { KAE: 'KAE', PFNN: 'PFNN', ours: 'the paper’s' },
  { look: { KAE: { color: 6, symbol: 1 }, PFNN: { color: 3, symbol: 2 }, ours: place(0) } },
);

/** The two informations that are compared with that between states. */
export const informations = series(
  { i_zx: 'latent and next state', i_zz: 'latent and next latent' },
  // The caption of their figure speaks of triangles below circles.
  { look: { i_zz: { symbol: 2 } } },
);

/** The system and the variants that a figure shows. */
export interface Selection {
  readonly system: SystemId;
  readonly variants: readonly VariantId[];
}

/** Rows of a system and of some variants. */
export function selected<R extends { readonly system: SystemId; readonly variant: VariantId }>(
  rows: readonly R[],
  { system, variants }: Selection,
): R[] {
  return rows.filter((row) => row.system === system && variants.includes(row.variant));
}
