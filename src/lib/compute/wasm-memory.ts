import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/**
 * The memory of TensorFlow.js's WebAssembly module. (Its single-threaded module exports that memory; the
 * multithreaded one is never chosen, see `operations.ts`.)
 */
export const memoryOf = (backend: BackendWasm): WebAssembly.Memory =>
  (backend.wasm as unknown as { asm: { memory: WebAssembly.Memory } }).asm.memory;
