/** Where images lie and how a window moves over them; the order in which the routines take it. */
export type Windows = [
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

/** The bytes that a module of compiled routines holds. */
export const decode = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** The routines of such a module, on a memory. */
export function instantiate(text: string, memory: WebAssembly.Memory): Assembly {
  const module = new WebAssembly.Module(decode(text));
  return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Assembly;
}
