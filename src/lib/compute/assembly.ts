import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { assemblyBytes } from './assembly-bytes.js';
import { memoryOf, takeMemory } from './wasm-memory.js';

/** Where images lie and how a window moves over them; the order in which the routines take it. */
type Windows = [
  batch: number,
  height: number,
  width: number,
  channels: number,
  outHeight: number,
  outWidth: number,
  rows: number,
  columns: number,
  strideDown: number,
  strideRight: number,
  top: number,
  left: number,
];

/** The routines below `assembly/`; `x`, `y`, `dx` and `dy` are byte addresses in the backend's memory. */
export interface Assembly {
  /** Products of the matrices at `a` and `b`, written to `c`; strides in bytes, {@link productScratch}. */
  product(
    a: number,
    b: number,
    c: number,
    batch: number,
    aBatch: number,
    bBatch: number,
    cBatch: number,
    m: number,
    n: number,
    k: number,
    aRow: number,
    aColumn: number,
    bRow: number,
    bColumn: number,
    scratch: number,
  ): void;
  /** Bytes of scratch that `product` needs. */
  productScratch(): number;
  gather(
    x: number,
    y: number,
    indices: number,
    blocks: number,
    rows: number,
    count: number,
    bytes: number,
  ): void;
  patches(x: number, y: number, back: boolean, ...windows: Windows): void;
  maxPoolGrad(x: number, dy: number, dx: number, ...windows: Windows): void;
}

const bound = new WeakMap<BackendWasm, Assembly>();

/** Our own WebAssembly routines, on the memory of TensorFlow.js's module, so that no value is copied. */
export function assembly(backend: BackendWasm): Assembly {
  const known = bound.get(backend);
  if (known) return known;
  const bytes = Uint8Array.from(atob(assemblyBytes), (character) => character.charCodeAt(0));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    env: { memory: memoryOf(backend) },
  });
  const routines = exports as unknown as Assembly;
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

/** What the routines take of a convolution or a pooling, as TensorFlow.js describes it. */
export function windowsOf(info: {
  batchSize: number;
  inHeight: number;
  inWidth: number;
  inChannels: number;
  outHeight: number;
  outWidth: number;
  filterHeight: number;
  filterWidth: number;
  strideHeight: number;
  strideWidth: number;
  padInfo: { top: number; left: number };
}): Windows {
  return [
    ...([info.batchSize, info.inHeight, info.inWidth, info.inChannels] as const),
    ...([info.outHeight, info.outWidth, info.filterHeight, info.filterWidth] as const),
    ...([info.strideHeight, info.strideWidth, info.padInfo.top, info.padInfo.left] as const),
  ];
}
