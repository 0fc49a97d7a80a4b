import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { type Capture, capture, sameStep } from './capture.js';
import { type CompiledStep, compileStep } from './compile-step.js';
import { NotCompiled } from './lowering.js';

/** A step that is taken many times, and what it replaces. */
export interface Repeatable {
  /** The tensors that the step replaces, in a fixed order; some may come about at the first step. */
  state(): readonly tf.Tensor[];
  /** Takes the step, operation by operation. */
  take(): void;
  /** How many tensors at the beginning of the state others look at between the steps. */
  readonly shown: number;
  /** Hands on tensors that have taken the place of those after a compiled step; all others stay where they are. */
  show(tensors: readonly tf.Tensor[]): void;
}

export interface RepeatedStep {
  take(): void;
  /** Leaves the state in its tensors, and frees what was compiled. */
  finish(): void;
}

/** What became of a step on WebAssembly. */
export type Compilation =
  | { readonly step: CompiledStep; readonly because?: undefined }
  | { readonly step?: undefined; readonly because: string };

let observer: ((compilation: Compilation) => void) | undefined;

/** Is told of each step that is compiled, or is not, until another observer is given, or none. */
export function observeCompilation(next: ((compilation: Compilation) => void) | undefined): void {
  observer = next;
}

/**
 * Takes the first three steps operation by operation. On the WebAssembly backend it compares what the second and the
 * third did; where that is the same but for the values drawn by `perStep`, all steps from then on run as one routine
 * compiled from it, without a tensor in between. Otherwise, and on other backends, nothing changes.
 */
export function repeatedStep({ take, state, shown, show }: Repeatable): RepeatedStep {
  let taken = tf.getBackend() === 'wasm' ? 0 : Infinity;
  let before: Capture | undefined;
  let compiled: CompiledStep | undefined;
  /** The tensors whose values the compiled step has. */
  let current: readonly tf.Tensor[] = [];
  const backend = () => tf.backend() as unknown as BackendWasm;

  const record = (): Capture =>
    capture(state(), () => {
      take();
      return state();
    });

  const compile = (captured: Capture): CompiledStep | undefined => {
    try {
      if (captured.reads) throw new NotCompiled('it reads values back');
      if (!before || !sameStep(before, captured))
        throw new NotCompiled('its second step did something else than its third');
      const step = compileStep(captured, backend());
      observer?.({ step });
      return step;
    } catch (error) {
      if (!(error instanceof NotCompiled)) throw error;
      observer?.({ because: error.message });
      return undefined;
    }
  };

  const run = (step: CompiledStep) => {
    const tensors = state();
    // Whoever has put other tensors in their place since, wants their values.
    tensors.forEach((tensor, index) => {
      if (tensor !== current[index]) step.state(index).set(tensor.dataSync());
    });
    step.run();
    let replaced = false;
    const now = tensors.slice(0, shown).map((tensor, index) => {
      const own = refill(tensor);
      replaced ||= own !== tensor;
      backend().typedArrayFromHeap(own).set(step.state(index));
      return own;
    });
    if (replaced) show(now);
    current = state();
  };

  /** A tensor for new values: itself, unless somebody has kept its values by cloning it. */
  const refill = (tensor: tf.Tensor): tf.Tensor => {
    if (backend().refCount(tensor.dataId) === 1) return tensor;
    const fresh = tf.engine().makeTensorFromTensorInfo(backend().makeOutput(tensor.shape, 'float32'));
    tensor.dispose();
    return fresh;
  };

  return {
    take() {
      if (compiled) return run(compiled);
      if (taken === 1) before = record();
      else if (taken === 2) {
        compiled = compile(record());
        before = undefined;
      } else take();
      taken += 1;
    },
    finish() {
      if (!compiled) return;
      const step = compiled;
      state().forEach((tensor, index) => {
        if (tensor === current[index] && index >= shown)
          backend().typedArrayFromHeap(tensor).set(step.state(index));
      });
      step.dispose();
      compiled = undefined;
      taken = Infinity;
    },
  };
}
