import { normalProbability } from '../../../lib/statistics/normal.js';
import { integral } from './integral.js';

const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
const entropyTerm = (p: number) => (p > 0 ? -p * Math.log(p) : 0);

/**
 * Mutual information, in nats, of X exponential of mean 1 and a count that is 0 with probability `zero` and else Poisson's
 * of mean `scale` X: H(Y) − ∫ e^{−x} H(Y | x) dx. W. Gao et al. (NeurIPS 2017) give 1 − zero times that of a count without
 * such zeros, which holds where it is known as well which zeros they are.
 */
export function inflatedPoissonInformation(scale: number, zero: number): number {
  const stays = 1 - zero;
  let [whole, share] = [entropyTerm(zero + stays / (1 + scale)), stays / (1 + scale)];
  while (share > 1e-18) {
    share *= scale / (1 + scale);
    whole += entropyTerm(share);
  }
  const given = (x: number) => {
    const mean = scale * x;
    let sum = entropyTerm(zero + stays * Math.exp(-mean));
    let log = -mean;
    for (let y = 1; y < mean + 12 * Math.sqrt(mean) + 40; y++) {
      log += Math.log(mean / y);
      sum += entropyTerm(stays * Math.exp(log));
    }
    return sum;
  };
  // Over log x, since the entropy of a small mean is not smooth at 0.
  const at = (t: number) => Math.exp(t - Math.exp(t)) * given(Math.exp(t));
  return whole - integral(at, -36, 4, 40);
}

/**
 * Mutual information, in nats, of max(0, X) and max(0, Y), X and Y standard normals of this correlation: of both at 0, one
 * at 0 and none there, the last by the moments of normals in a quadrant.
 */
export function clippedInformation(correlation: number): number {
  const rest = Math.sqrt(1 - correlation ** 2);
  const both = 0.25 + Math.asin(correlation) / (2 * Math.PI);
  const products = correlation * both + rest / (2 * Math.PI);
  const squares = both + (correlation * rest) / (2 * Math.PI);
  const above = -both * Math.log(rest) + (correlation * products - correlation ** 2 * squares) / rest ** 2;
  const one = integral(
    (x) => {
      const other = normalProbability((-correlation * x) / rest);
      return other > 0 ? density(x) * other * Math.log(2 * other) : 0;
    },
    0,
    12,
    24,
  );
  return both * Math.log(4 * both) + 2 * one + above;
}

/** Mutual information, in nats, of standard normals of this correlation, each rounded to a multiple of a step. */
export function roundedInformation(correlation: number, step: number): number {
  const rest = Math.sqrt(1 - correlation ** 2);
  const reach = Math.ceil(8 / step);
  const edges = Array.from({ length: 2 * reach + 2 }, (_, i) => (i - reach - 0.5) * step);
  const own = edges.slice(1).map((edge, i) => normalProbability(edge) - normalProbability(edges[i]));
  let sum = 0;
  for (let i = 0; i < own.length; i++) {
    const below = edges.map((edge) =>
      integral(
        (x) => density(x) * normalProbability((edge - correlation * x) / rest),
        edges[i],
        edges[i + 1],
      ),
    );
    for (let j = 0; j < own.length; j++) {
      const joint = below[j + 1] - below[j];
      if (joint > 0) sum += joint * Math.log(joint / (own[i] * own[j]));
    }
  }
  return sum;
}

/** Of pairs that are atoms: the four of ±1 and ±1, those of one sign with this probability together. */
export const atomsAlike = 0.8;

/**
 * Mutual information, in nats, of pairs that are atoms with probability `share` and else normals of this information: whether
 * they are atoms is known from x, and from y, so that it adds H(share), as in W. Gao et al. (NeurIPS 2017).
 */
export function atomsInformation(share: number, ofNormals: number): number {
  const which = entropyTerm(share) + entropyTerm(1 - share);
  const ofAtoms = Math.LN2 - entropyTerm(atomsAlike) - entropyTerm(1 - atomsAlike);
  return which + share * ofAtoms + (1 - share) * ofNormals;
}
