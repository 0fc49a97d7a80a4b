import { donskerVaradhan } from './donsker-varadhan.js';
import { infoNce } from './info-nce.js';

/** A lower bound on mutual information that a critic is trained to raise. */
export interface CriticObjective {
  /** Of scores `[n, n]`, in nats. */
  bound(scores: Float64Array): number;
  /** Its derivatives by the scores, `[n, n]`. */
  slopes(scores: Float64Array): Float64Array;
}

/** The objectives by the names of the estimators. */
export const criticObjectives = {
  infonce: {
    bound: infoNce,
    slopes(scores) {
      const n = Math.sqrt(scores.length);
      const slopes = new Float64Array(scores.length);
      for (let i = 0; i < n; i++) {
        const [from, to] = [i * n, (i + 1) * n];
        softmax(scores.subarray(from, to), slopes.subarray(from, to));
      }
      return slopes.map((share, at) => ((at % (n + 1) === 0 ? 1 : 0) - share) / n);
    },
  },
  mine: {
    bound: donskerVaradhan,
    slopes(scores) {
      const n = Math.sqrt(scores.length);
      const slopes = new Float64Array(scores.length);
      softmax(
        scores.map((score, at) => (at % (n + 1) === 0 ? -Infinity : score)),
        slopes,
      );
      return slopes.map((share, at) => (at % (n + 1) === 0 ? 1 / n : -share));
    },
  },
} satisfies Record<string, CriticObjective>;

/** e^s over their sum. */
function softmax(scores: Float64Array, result: Float64Array): void {
  const largest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  let total = 0;
  for (let at = 0; at < scores.length; at++) total += result[at] = Math.exp(scores[at] - largest);
  for (let at = 0; at < scores.length; at++) result[at] /= total;
}
