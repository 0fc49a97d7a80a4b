/** Activations as a reader calls them, in the order of every figure. */
export const activationNames: Readonly<Record<string, string>> = {
  tanh: 'tanh',
  relu: 'ReLU',
  softplus: 'softplus',
  swish: 'swish',
  elu: 'ELU',
};

/** Estimators as a reader calls them. */
export const estimatorNames: Readonly<Record<string, string>> = {
  ebab: 'adaptive bins (EBAB)',
  akde: 'adaptive noise (aKDE)',
  'fixed-bins': 'fixed bins',
  'fixed-kde': 'fixed noise',
};

/** The activations of some rows, in the order of {@link activationNames}. */
export function activationsOf(rows: readonly { readonly activation: string }[]): string[] {
  return Object.keys(activationNames).filter((name) => rows.some(({ activation }) => activation === name));
}
