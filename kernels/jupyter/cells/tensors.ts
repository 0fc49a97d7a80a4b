interface Tensor {
  kept: boolean;
  readonly isDisposed: boolean;
  dispose(): void;
}

/** The parts of TensorFlow.js's engine, which it keeps as a global, that an interrupt may leave half done. */
interface Engine {
  readonly state: {
    readonly scopeStack: readonly { readonly name: string; readonly track: readonly Tensor[] }[];
    gradientDepth: number;
    kernelDepth: number;
    /** What a gradient is being recorded on: steps, with the tensors that the way back will need. */
    activeTape: readonly { readonly saved?: readonly Tensor[] }[] | null;
  };
  endScope(): void;
}

/** The engine's name of the scope in which it records. */
const recording = 'forward';

/**
 * Closes what a training that was ended in mid-step left open: scopes with their tensors, and the recording of
 * gradients. Without it every later step would go on recording, and free nothing.
 */
export function closeTensorScopes(): void {
  const { _tfengine: engine } = globalThis as { _tfengine?: Engine };
  if (!engine) return;
  const { state } = engine;
  // What is recorded is kept for the way back, which will not be gone.
  const from = state.scopeStack.findIndex(({ name }) => name === recording);
  const scopes = from < 0 ? [] : state.scopeStack.slice(from);
  for (const tensor of scopes.flatMap(({ track }) => track)) tensor.kept = false;
  while (state.scopeStack.length > 0) engine.endScope();
  for (const tensor of (state.activeTape ?? []).flatMap(({ saved = [] }) => saved))
    if (!tensor.isDisposed) tensor.dispose();
  state.gradientDepth = 0;
  state.kernelDepth = 0;
  state.activeTape = null;
}
