/** Types of values, as the binary format has them. */
export const i32 = 0x7f;
export const v128 = 0x7b;
export type ValueType = typeof i32 | typeof v128;

/** Vector instructions that read memory: four floats, one for all lanes, one for the first alone, one for a lane. */
export const load = { vector: 0x00, splat: 0x09, zero: 0x5c, lane: 0x56 } as const;
/** Vector instructions that write memory: four floats, or that of a lane. */
export const store = { vector: 0x0b, lane: 0x5a } as const;

/** A routine that a module imports, or defines for itself; all arguments are 32-bit integers, and nothing is returned. */
export interface ImportedRoutine {
  readonly name: string;
  readonly parameters: number;
}

/** Collects the instructions of one routine. */
export interface Code {
  /** How many 32-bit integers it takes: the first locals. */
  readonly parameters: number;
  readonly bytes: number[];
  readonly locals: ValueType[];
  local(type: ValueType): number;
  get(local: number): void;
  set(local: number): void;
  tee(local: number): void;
  constant(value: number): void;
  /** Instructions of one byte. */
  plain(...codes: number[]): void;
  /** A vector instruction that takes its operands from the stack. */
  vector(code: number, ...immediates: number[]): void;
  /** The same four bytes in all lanes. */
  vectorConstant(bits: number): void;
  /** A vector instruction that reads or writes memory, so many bytes after the address on the stack. */
  vectorMemory(code: number, offset: number, ...lane: number[]): void;
  /** Adds a number to a local integer. */
  advance(local: number, by: number): void;
  /** `body` for the values 0, step, 2 step, … of a local below `end`, which must be above 0. */
  repeat(end: number, step: number, body: (counter: number) => void): void;
  call(routine: number): void;
  /** Copies bytes between constant addresses. */
  copy(to: number, from: number, bytes: number): void;
  /** Sets bytes at a constant address to zero. */
  clear(at: number, bytes: number): void;
}

export function createCode(parameters = 0): Code {
  const bytes: number[] = [];
  const locals: ValueType[] = [];
  const code: Code = {
    parameters,
    bytes,
    locals,
    local: (type) => parameters + locals.push(type) - 1,
    get: (local) => void bytes.push(0x20, ...unsigned(local)),
    set: (local) => void bytes.push(0x21, ...unsigned(local)),
    tee: (local) => void bytes.push(0x22, ...unsigned(local)),
    constant: (value) => void bytes.push(0x41, ...signed(value)),
    plain: (...codes) => void bytes.push(...codes),
    vector: (operation, ...immediates) => void bytes.push(0xfd, ...unsigned(operation), ...immediates),
    vectorConstant(bits) {
      const lane = [bits & 0xff, (bits >> 8) & 0xff, (bits >> 16) & 0xff, (bits >> 24) & 0xff];
      bytes.push(0xfd, 0x0c, ...lane, ...lane, ...lane, ...lane);
    },
    vectorMemory(operation, offset, ...lane) {
      bytes.push(0xfd, ...unsigned(operation), 0, ...unsigned(offset), ...lane);
    },
    advance(local, by) {
      code.get(local);
      code.constant(by);
      bytes.push(0x6a); // add
      code.set(local);
    },
    repeat(end, step, body) {
      const counter = code.local(i32);
      code.constant(0);
      code.set(counter);
      bytes.push(0x03, 0x40); // loop
      body(counter);
      code.get(counter);
      code.constant(step);
      bytes.push(0x6a); // add
      code.tee(counter);
      code.constant(end);
      bytes.push(0x48); // less, signed
      bytes.push(0x0d, 0x00, 0x0b); // back to the start if so; end
    },
    call: (routine) => void bytes.push(0x10, ...unsigned(routine)),
    copy(to, from, count) {
      for (const value of [to, from, count]) code.constant(value);
      bytes.push(0xfc, 0x0a, 0x00, 0x00);
    },
    clear(at, count) {
      for (const value of [at, 0, count]) code.constant(value);
      bytes.push(0xfc, 0x0b, 0x00);
    },
  };
  return code;
}

/**
 * A WebAssembly module on an imported memory (`env.memory`).
 *
 * @param routines may call each other and the imported ones by their place among all, the imported ones first
 * @param exported those of the routines that can be called from without, by name
 */
export function encodeRoutines(
  imported: readonly ImportedRoutine[],
  routines: readonly Code[],
  exported: Readonly<Record<string, Code>>,
): Uint8Array<ArrayBuffer> {
  const counts = [...new Set([...imported, ...routines].map(({ parameters }) => parameters))];
  const types = counts.map((count) => [0x60, ...unsigned(count), ...new Array<number>(count).fill(i32), 0]);
  const typeOf = ({ parameters }: { parameters: number }) => unsigned(counts.indexOf(parameters));
  const body = (code: Code) => {
    const locals = code.locals.flatMap((type) => [1, type]);
    const content = [...unsigned(code.locals.length), ...locals, ...code.bytes, 0x0b];
    return [...unsigned(content.length), ...content];
  };
  const sections: [number, number[][]][] = [
    [1, types],
    [
      2,
      [
        [...text('env'), ...text('memory'), 0x02, 0x00, 0x00],
        ...imported.map((routine) => [...text('env'), ...text(routine.name), 0x00, ...typeOf(routine)]),
      ],
    ],
    [3, routines.map(typeOf)],
    [
      7,
      Object.entries(exported).map(([name, code]) => [
        ...text(name),
        0x00,
        ...unsigned(imported.length + routines.indexOf(code)),
      ]),
    ],
    [10, routines.map(body)],
  ];
  const bytes = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
  for (const [id, entries] of sections) {
    const content = [...unsigned(entries.length), ...entries.flat()];
    bytes.push(id, ...unsigned(content.length));
    for (const byte of content) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

const text = (name: string) => [name.length, ...new TextEncoder().encode(name)];

/** LEB128 of a number from 0 to 2³² − 1. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value >>> 0; ; rest >>>= 7) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest & 0x7f) | 0x80);
  }
}

/** LEB128 of a signed 32-bit integer. */
function signed(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value | 0; ; rest >>= 7) {
    if (rest >= -64 && rest < 64) return [...bytes, rest & 0x7f];
    bytes.push((rest & 0x7f) | 0x80);
  }
}
