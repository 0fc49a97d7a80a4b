import { binnedLabels, uniformEdges } from '../../lib/information/binning.js';
import { bits } from '../../lib/information/bits.js';
import { adaptiveEdges } from '../../lib/information/entropy-based-adaptive-binning.js';
import type { Labels } from '../../lib/information/labels.js';
import type { ScalarActivationName } from '../../lib/learning/scalar-activation.js';
import { activationFloors } from './activation-floor.js';
import { binnedInformation, type LayerInformation } from './layer-information.js';
import { adaptiveVariance, pairwiseInformationBounds } from './pairwise-mixture-bounds.js';

/** What a layer says of the input and of the label, in bits. */
export type LayerBits = { readonly i_xt: number; readonly i_ty: number };

/** A layer's activations. */
export interface Layer {
  /** `[n, units]` */
  readonly activations: Float64Array;
  readonly units: number;
}

/** Bins that follow the activity: EBAB, as the paper's authors call it. */
export function ebab(
  { activations, units }: Layer,
  labels: Labels,
  activation: ScalarActivationName,
  bins: number,
): LayerBits {
  const edges = adaptiveEdges(activations, bins, activationFloors[activation]);
  return inBits(binnedInformation(binnedLabels(activations, units, edges), labels));
}

/** `count` fixed edges, the same at all epochs. */
export function fixedBins({ activations, units }: Layer, labels: Labels, edges: Float64Array): LayerBits {
  return inBits(binnedInformation(binnedLabels(activations, units, edges), labels));
}

/**
 * Edges for {@link fixedBins}: from −1 to 1 for tanh, else from the least value of the activation to the largest
 * that the layer reaches at any epoch.
 */
export function fixedEdges(activation: ScalarActivationName, largest: number, count: number): Float64Array {
  if (activation === 'tanh') return uniformEdges(-1, 1, count);
  const low = activationFloors[activation];
  return largest > low ? uniformEdges(low, largest, count) : Float64Array.of(low);
}

/**
 * Pairwise upper bound with normal noise of variance `share`, or, adaptive, of share · (max |h|)². A layer of zeros
 * says nothing under any noise.
 */
export function pairwise(
  { activations, units }: Layer,
  labels: Labels,
  kind: 'akde' | 'fixed-kde',
  share: number,
): LayerBits {
  if (activations.every((value) => value === 0)) return { i_xt: 0, i_ty: 0 };
  const variance = kind === 'akde' ? adaptiveVariance(activations, share) : share;
  return inBits(pairwiseInformationBounds(activations, units, labels, variance).upper);
}

/** Every `stride`-th pattern of a layer. */
export function thinned({ activations, units }: Layer, stride: number): Layer {
  return {
    activations: activations.filter((_, at) => Math.floor(at / units) % stride === 0),
    units,
  };
}

/** The largest absolute activation. */
export function reach({ activations }: Layer): number {
  return activations.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
}

function inBits({ input, label }: LayerInformation): LayerBits {
  return { i_xt: bits(input), i_ty: bits(label) };
}
