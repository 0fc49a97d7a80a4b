import { assemblyBytes } from './assembly-bytes.js';

type Points = [points: number, n: number, width: number, euclidean: boolean];
type Panels = [points: number, panels: number];
type Kernel = [dimension: number, scale: number];
type Sample = [points: number, ...Kernel];
type Tree = [nodes: number, starts: number, ends: number, boxes: number, stack: number];

/** The routines below `assembly/`. Numbers are counts, or addresses; the width of a point is in doubles. */
export interface Routines {
  nearestInPairs(...of: [...Points, k: number, distances: number, indices: number]): void;
  closerInPairs(...of: [...Points, limits: number, counts: number]): void;
  nearestInTree(...of: [...Points, ...Tree, k: number, distances: number, indices: number]): void;
  closerInTree(...of: [...Points, ...Tree, limits: number, counts: number]): void;
  gaussianTile(...of: [...a: Panels, ...b: Panels, ...Kernel, lower: boolean, tile: number]): void;
  mirrorTile(tile: number, mirrored: number): void;
  kernelRowSums(...of: [...Sample, n: number, rows: number, tile: number]): void;
  kernelSums(
    ...of: [...x: Sample, ...t: Sample, n: number, rowsK: number, rowsQ: number, tileK: number, tileQ: number]
  ): number;
}

/** The routines with a memory of their own, which goes when they do. */
export interface Workspace {
  readonly routines: Routines;
  /** Copies an array into the memory and returns its address. */
  put(values: Float64Array | Uint32Array): number;
  /** Room for so many doubles, whatever they are now. */
  room(length: number): number;
  /** Runs a function whose arrays need not outlive it: what it puts is overwritten by what is put next. */
  briefly<T>(use: () => T): T;
  /** A copy of what lies at an address. */
  floats(address: number, length: number): Float64Array;
  integers(address: number, length: number): Uint32Array;
  /** What lies at an address, itself: it must not be used any more once something is put. */
  view(address: number, length: number): Float64Array;
  /** Bytes of its memory. */
  size(): number;
}

const page = 65536;
let compiled: WebAssembly.Module | undefined;

/**
 * Memory for arrays, and the compiled routines that work on them.
 *
 * @throws {RangeError} of WebAssembly where an array does not fit into its 4 GB.
 */
export function workspace(): Workspace {
  compiled ??= new WebAssembly.Module(
    Uint8Array.from(atob(assemblyBytes), (character) => character.charCodeAt(0)),
  );
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  let used = 0;
  const reserve = (bytes: number): number => {
    const address = used;
    used += Math.ceil(bytes / 16) * 16;
    const missing = used - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / page));
    return address;
  };
  return {
    routines: exports as unknown as Routines,
    room: (length) => reserve(8 * length),
    put(values) {
      const address = reserve(values.byteLength);
      const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
      new Uint8Array(memory.buffer).set(bytes, address);
      return address;
    },
    briefly(use) {
      const before = used;
      try {
        return use();
      } finally {
        used = before;
      }
    },
    floats: (address, length) => new Float64Array(memory.buffer, address, length).slice(),
    integers: (address, length) => new Uint32Array(memory.buffer, address, length).slice(),
    view: (address, length) => new Float64Array(memory.buffer, address, length),
    size: () => memory.buffer.byteLength,
  };
}

/** A memory that has grown beyond so many bytes is not kept. */
const kept = 2 ** 24;
let common: Workspace | undefined;

/**
 * Calls a function with a workspace that is made once, not for each call: to make one costs as much as the kernel
 * matrix of a hundred points. Nothing may be left in it.
 */
export function withWorkspace<T>(use: (workspace: Workspace) => T): T {
  const own = (common ??= workspace());
  try {
    return own.briefly(() => use(own));
  } finally {
    if (own.size() > kept) common = undefined;
  }
}
