import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { assemblyBytes } from './assembly-bytes.js';
import { assemblyBytes as fusedBytes } from './assembly-bytes-fused.js';
import { type Assembly, instantiate } from './assembly-routines.js';
import { fusedMultiplyAdd } from './fused-multiply-add.js';
import { memoryOf, takeMemory } from './wasm-memory.js';

const bound = new WeakMap<BackendWasm, Assembly>();

/**
 * Our own WebAssembly routines, on the memory of TensorFlow.js's module, so that no value is copied. Products are
 * fused where the engine and the processor can ({@link fusedMultiplyAdd}), and other bits than elsewhere.
 */
export function assembly(backend: BackendWasm): Assembly {
  const known = bound.get(backend);
  if (known) return known;
  const routines = instantiate(fusedMultiplyAdd() ? fusedBytes : assemblyBytes, memoryOf(backend));
  bound.set(backend, routines);
  return routines;
}

const scratches = new WeakMap<BackendWasm, number>();

/** The address of the scratch that the products on a backend share, allocated once and kept for its life. */
export function productScratch(backend: BackendWasm): number {
  const known = scratches.get(backend);
  if (known !== undefined) return known;
  const { address } = takeMemory(backend, assembly(backend).productScratch());
  scratches.set(backend, address);
  return address;
}
