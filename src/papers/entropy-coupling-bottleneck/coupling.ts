import { entropyBits } from './entropy-bits.js';

/** A joint law of two finite variables: its cells of positive mass, each pair of row and column once. */
export interface Coupling {
  readonly rows: number;
  readonly columns: number;
  /** Of each cell, `[cells]`. */
  readonly row: Int32Array;
  readonly column: Int32Array;
  readonly mass: Float64Array;
}

/** The law of the row variable of a coupling, `[rows]`: sums of its mass over columns. */
export function rowMarginal({ rows, row, mass }: Coupling): Float64Array {
  return marginal(rows, row, mass);
}

/** The law of the column variable of a coupling, `[columns]`: sums of its mass over rows. */
export function columnMarginal({ columns, column, mass }: Coupling): Float64Array {
  return marginal(columns, column, mass);
}

function marginal(size: number, at: Int32Array, mass: Float64Array): Float64Array {
  const sums = new Float64Array(size);
  for (let cell = 0; cell < mass.length; cell++) sums[at[cell]] += mass[cell];
  return sums;
}

/** Mutual information of rows and columns, H(row) + H(column) − H(row, column), in bits. */
export function mutualInformationBits(coupling: Coupling): number {
  return (
    entropyBits(rowMarginal(coupling)) + entropyBits(columnMarginal(coupling)) - entropyBits(coupling.mass)
  );
}

/** The masses as a matrix, `[rows, columns]`, row-major. */
export function couplingMatrix({ rows, columns, row, column, mass }: Coupling): Float64Array {
  const matrix = new Float64Array(rows * columns);
  for (let cell = 0; cell < mass.length; cell++) matrix[row[cell] * columns + column[cell]] += mass[cell];
  return matrix;
}

/**
 * The joint law of X and Y behind a deterministic code, p(x, y) = p(x) J(g(x), y) / p_T(g(x)): X → T = g(X) → Y.
 * O(Σ over x of the cells in its row of J).
 *
 * @param p of the symbols x, `[n]`; @param block g, `[n]`, a row of J each.
 * @param decoder J, whose row sums are p_T.
 */
export function inducedCoupling(p: ArrayLike<number>, block: Int32Array, decoder: Coupling): Coupling {
  const sums = rowMarginal(decoder);
  const cellsOf = Array.from({ length: decoder.rows }, (): number[] => []);
  for (let cell = 0; cell < decoder.mass.length; cell++) cellsOf[decoder.row[cell]].push(cell);
  const row: number[] = [];
  const column: number[] = [];
  const mass: number[] = [];
  for (let x = 0; x < p.length; x++) {
    if (p[x] === 0) continue;
    for (const cell of cellsOf[block[x]]) {
      row.push(x);
      column.push(decoder.column[cell]);
      mass.push((p[x] * decoder.mass[cell]) / sums[block[x]]);
    }
  }
  return {
    rows: p.length,
    columns: decoder.columns,
    row: Int32Array.from(row),
    column: Int32Array.from(column),
    mass: Float64Array.from(mass),
  };
}
