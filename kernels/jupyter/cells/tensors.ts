/** The parts of TensorFlow.js's engine, which it keeps as a global, that an interrupt may leave half done. */
interface Engine {
  readonly state: {
    readonly scopeStack: readonly unknown[];
    gradientDepth: number;
    kernelDepth: number;
    activeTape: unknown;
  };
  endScope(): void;
}

/**
 * Closes what a training that was ended in mid-step left open: scopes with their tensors, and the recording of
 * gradients. Without it every later step would go on recording, and free nothing.
 */
export function closeTensorScopes(): void {
  const { _tfengine: engine } = globalThis as { _tfengine?: Engine };
  if (!engine) return;
  while (engine.state.scopeStack.length > 0) engine.endScope();
  engine.state.gradientDepth = 0;
  engine.state.kernelDepth = 0;
  engine.state.activeTape = null;
}
