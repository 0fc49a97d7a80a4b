import type { Labels } from '../../lib/information/labels.js';
import { pluginEntropy, pluginMutualInformation } from '../../lib/information/plug-in.js';

/** What a layer T of a deterministic network says, in nats. */
export interface LayerInformation {
  /** I(X;T) of the input, which takes n equally likely values. */
  readonly input: number;
  /** I(T;Y) of the label. */
  readonly label: number;
}

/**
 * Information of a binned layer by plug-in: X determines the bin of T, so that I(X;T) = H(T), at most log n.
 *
 * @param bins which joint bin each input falls into; @param labels the label of each.
 */
export function binnedInformation(bins: Labels, labels: Labels): LayerInformation {
  return { input: pluginEntropy(bins), label: pluginMutualInformation(bins, labels) };
}
