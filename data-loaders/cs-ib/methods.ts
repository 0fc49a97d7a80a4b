/** The compared methods, in the order of every table and figure. */
export const methodIds = [
  'cs-paper',
  'cs-symmetric',
  'released',
  'nib',
  'square-nib',
  'exp-nib',
  'vib',
  'hsic',
] as const;

export type MethodId = (typeof methodIds)[number];

/** Methods whose penalty is the normalised Cauchy-Schwarz information. */
export const csMethods: readonly MethodId[] = ['cs-paper', 'cs-symmetric', 'released'];

/** The four tabular tasks. */
export const datasetIds = [
  'california-housing',
  'bike-sharing',
  'appliances-energy',
  'beijing-pm25',
] as const;
