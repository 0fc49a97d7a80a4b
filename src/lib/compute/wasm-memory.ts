import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** What Emscripten adds to TensorFlow.js's module and its declared type leaves out. */
interface WasmModule {
  readonly asm: { readonly memory: WebAssembly.Memory };
  _malloc(bytes: number): number;
  _free(address: number): void;
}

const wasmModule = (backend: BackendWasm) => backend.wasm as unknown as WasmModule;
const lineOfCache = 64;

/**
 * The memory of TensorFlow.js's WebAssembly module. (Its single-threaded module exports that memory; the
 * multithreaded one is never chosen, see `operations.ts`.)
 */
export const memoryOf = (backend: BackendWasm): WebAssembly.Memory => wasmModule(backend).asm.memory;

/** Takes memory of that module, from the start of a line of the cache on; whoever takes it releases it. */
export function takeMemory(backend: BackendWasm, bytes: number): { address: number; release(): void } {
  const wasm = wasmModule(backend);
  const allocated = wasm._malloc(bytes + lineOfCache);
  if (allocated === 0) throw new RangeError(`WebAssembly has no ${bytes} bytes of memory left`);
  return {
    address: Math.ceil(allocated / lineOfCache) * lineOfCache,
    release: () => wasm._free(allocated),
  };
}
