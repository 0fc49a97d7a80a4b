import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { assemblyBytes } from './assembly-bytes.js';
import { memoryOf } from './wasm-memory.js';

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
  transpose(x: number, y: number, batch: number, rows: number, columns: number): void;
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

/**
 * Our own WebAssembly routines, on the memory of TensorFlow.js's module, so that no value is copied.
 */
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
