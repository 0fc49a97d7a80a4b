import type { PerMember } from '../../lib/learning/adam.js';
import { type AdamWOptions, createAdamW } from '../../lib/learning/adamw.js';
import type { Optimizer } from '../../lib/learning/optimizer.js';

/**
 * AdamW that trains, of a stacked ensemble, some tensors of some members: where a mask is 0, the learning rate is, and
 * neither the gradient nor the decay moves the tensor.
 *
 * @param masks for each tensor, 1 for the members that train it and 0 for those that do not
 */
export function createMaskedAdamW(
  masks: readonly (readonly number[])[],
  {
    learningRate,
    weightDecay,
  }: { readonly learningRate: number; readonly weightDecay: AdamWOptions['weightDecay'] },
): Optimizer {
  const each = masks.map((mask) => {
    const rates: PerMember = mask.map((on) => on * learningRate);
    return createAdamW({ learningRate: rates, weightDecay });
  });
  return {
    step: (parameters, gradients) => each.flatMap((adamW, i) => adamW.step([parameters[i]], [gradients[i]])),
    state: () => each.flatMap((adamW) => adamW.state()),
    dispose: () => each.forEach((adamW) => adamW.dispose()),
  };
}
