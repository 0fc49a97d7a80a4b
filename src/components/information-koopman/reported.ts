/** A row of the paper's Table 2: NRMSE of a method on a system, 5, 20 and 50 steps ahead. */
export interface ReportedError {
  readonly system: string;
  readonly method: 'KAE' | 'PFNN' | 'the paper’s';
  readonly h: number;
  readonly nrmse: number;
}

const table: readonly (readonly [string, ReportedError['method'], readonly [number, number, number]])[] = [
  ['Kármán vortex, 64 × 64 × 2', 'KAE', [0.149, 0.195, 0.233]],
  ['Kármán vortex, 64 × 64 × 2', 'PFNN', [0.075, 0.125, 0.137]],
  ['Kármán vortex, 64 × 64 × 2', 'the paper’s', [0.068, 0.114, 0.138]],
  ['Lorenz 63', 'KAE', [0.006, 0.014, 0.023]],
  ['Lorenz 63', 'PFNN', [0.005, 0.011, 0.017]],
  ['Lorenz 63', 'the paper’s', [0.003, 0.007, 0.013]],
];

export const reportedErrors: readonly ReportedError[] = table.flatMap(([system, method, values]) =>
  values.map((nrmse, i) => ({ system, method, h: [5, 20, 50][i], nrmse })),
);
