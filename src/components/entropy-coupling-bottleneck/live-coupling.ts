import {
  couplingMatrix,
  inducedCoupling,
  mutualInformationBits,
} from '../../papers/entropy-coupling-bottleneck/coupling.js';
import type { DeterministicCode } from '../../papers/entropy-coupling-bottleneck/deterministic-code.js';
import { entropyBits } from '../../papers/entropy-coupling-bottleneck/entropy-bits.js';
import { greedyCode } from '../../papers/entropy-coupling-bottleneck/greedy-code.js';
import { greedyMinimumEntropyCoupling } from '../../papers/entropy-coupling-bottleneck/greedy-minimum-entropy-coupling.js';
import { optimalCode } from '../../papers/entropy-coupling-bottleneck/optimal-code.js';
import { binomial, truncatedGeometric, uniform } from '../../papers/entropy-coupling-bottleneck/sources.js';
import type { HeatmapCell } from './heatmap.js';

/** Laws to choose from, of up to twenty symbols. */
export const laws: Readonly<Record<string, { readonly label: string; readonly p: Float64Array }>> = {
  three: { label: '0.7, 0.2, 0.1', p: Float64Array.of(0.7, 0.2, 0.1) },
  four: { label: '0.4, 0.3, 0.2, 0.1', p: Float64Array.of(0.4, 0.3, 0.2, 0.1) },
  uniform: { label: 'eight equally likely', p: uniform(8) },
  geometric: { label: 'geometric, ten symbols', p: truncatedGeometric(10, 0.3) },
  bell: { label: 'binomial, ten symbols', p: binomial(9, 0.5) },
  wide: { label: 'binomial, twenty symbols', p: binomial(19, 0.4) },
};

/** Searching all codes of more symbols would keep the slider waiting. */
const mostSearched = 10;

export interface LiveSettings {
  readonly input: string;
  readonly output: string;
  /** Rate as a share of H(X). */
  readonly share: number;
  /** How the code is found; more than ten symbols are always coded greedily. */
  readonly encoder: 'greedy' | 'optimal';
}

export interface LiveCoupling {
  readonly rate: number;
  readonly code: DeterministicCode;
  /** Symbols of each code word. */
  readonly blocks: readonly (readonly number[])[];
  /** I(T; Y), and I(X; Y) of both together, bits. */
  readonly through: number;
  readonly information: number;
  /** I(X; T) + I(T; Y) − R, which I(X; Y) is never less than. */
  readonly bound: number;
  /** The coupling of code words and output, and that of input and output. */
  readonly decoder: readonly HeatmapCell[];
  readonly coupling: readonly HeatmapCell[];
  /** Whether the code was found by searching all of them. */
  readonly searched: boolean;
}

/** A code, a coupling, and what they keep together: less than five milliseconds with the greedy code. */
export function liveCoupling({ input, output, share, encoder }: LiveSettings): LiveCoupling {
  const [p, q] = [laws[input].p, laws[output].p];
  const rate = share * entropyBits(p);
  const searched = encoder === 'optimal' && p.length <= mostSearched;
  const code = searched ? optimalCode(p, rate) : greedyCode(p, rate);
  const decoder = greedyMinimumEntropyCoupling(code.masses, q);
  const coupling = inducedCoupling(p, code.block, decoder);
  const through = mutualInformationBits(decoder);
  const blocks = Array.from(code.masses, (): number[] => []);
  code.block.forEach((word, x) => blocks[word].push(x));
  return {
    rate,
    code,
    blocks,
    through,
    information: mutualInformationBits(coupling),
    bound: Math.max(0, code.entropy + through - rate),
    decoder: cellsOf(couplingMatrix(decoder), q.length),
    coupling: cellsOf(couplingMatrix(coupling), q.length),
    searched,
  };
}

function cellsOf(masses: Float64Array, columns: number): HeatmapCell[] {
  return Array.from(masses, (mass, cell) => ({ x: Math.floor(cell / columns), y: cell % columns, mass }));
}
