/** How often intervals of 95 % held the truth, least and most over laws whose information is known. */
export interface Coverage {
  readonly least: number;
  readonly most: number;
  /** Where the truth lay that an interval missed. */
  readonly missed: 'above' | 'on either side';
}

/**
 * Estimators whose intervals hold the truth less often than they say. Measured on 500 samples of 100 and of 400 rows each:
 * whole numbers with the sum of another uniform one (0.512 and 1.509 nats) by Mesner and Shalizi, whose estimate is too
 * small there; two normals given a third, of partial correlation 0 and 0.6 (200 samples), by Frenzel and Pompe. Those of
 * other estimators that are advised held it in 93 % to 100 % of 200 samples of normals, of a label and numbers, and of labels.
 */
export const coverages: Readonly<Record<string, Coverage>> = {
  'mesner-shalizi': { least: 0.82, most: 0.96, missed: 'above' },
  'frenzel-pompe': { least: 0.9, most: 0.95, missed: 'on either side' },
};
