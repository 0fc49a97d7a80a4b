import { createVectorEmitter } from './emit-vector.js';
import { type LoopNest, merged, type Place } from './loop-nest.js';
import { type Code, i32, load, store, v128 } from './wasm-module.js';

const float = Float32Array.BYTES_PER_ELEMENT;
const lanes = 4;
const minusInfinity = 0xff800000 | 0;
/** What a sum or a largest value begins with, and the instruction that goes on with it. */
const identity = { sum: 0, max: minusInfinity } as const;
const combine = { sum: 0xe4, max: 0xe9 } as const;
const [splatInteger, shuffle, bitSelect] = [0x11, 0x0d, 0x52];
/** Partial sums are set aside after so many vectors, so that a long sum stays precise. */
const longest = 64;

/** Emits the loops: four elements of the innermost axis at a time, what is left of it one by one. */
export function emitLoops(code: Code, nest: LoopNest): void {
  const { sizes, inputs, results } = merged(nest);
  const depth = sizes.length;
  const inner = depth - 1;
  const innerSize = sizes[inner];
  const whole = innerSize - (innerSize % lanes);

  // Arrays that move alike share the local that says how far.
  const offsets = new Map<string, number[]>();
  const offsetLocals = ({ strides }: Place) => offsets.get(strides.join())!;
  for (const { strides } of [...inputs, ...results.map(({ to }) => to)])
    if (strides.some((stride) => stride !== 0) && !offsets.has(strides.join()))
      offsets.set(
        strides.join(),
        strides.map(() => code.local(i32)),
      );
  const address = (place: Place, axis: number) => {
    if (place.strides.every((stride) => stride === 0)) code.constant(0);
    else code.get(offsetLocals(place)[axis]);
  };

  const reductions = results.flatMap(({ kind, to, value }) => {
    if (kind === 'store') return [];
    // From this axis on, all axes are summed over: within them the sum stays in a register.
    let from = depth;
    while (from > 0 && to.strides[from - 1] === 0) from--;
    const inRegister = from < depth;
    const register = () => (inRegister ? code.local(v128) : -1);
    return [{ kind, to, value, from, inRegister, total: register(), partial: register() }];
  });
  type Reduction = (typeof reductions)[number];

  /** Whether one element is worked on at a time, in the first lane. */
  let single = false;
  const loaded = new Map<number, number>();
  const emitter = createVectorEmitter(code, (number) => {
    const known = loaded.get(number);
    if (known !== undefined) return known;
    const input = inputs[number];
    const stride = input.strides[inner];
    const local = code.local(v128);
    address(input, inner);
    if (stride === 0) code.vectorMemory(load.splat, input.address);
    else if (single) code.vectorMemory(load.zero, input.address);
    else if (stride === float) code.vectorMemory(load.vector, input.address);
    else {
      code.vectorMemory(load.zero, input.address);
      for (let lane = 1; lane < lanes; lane++) {
        code.set(local);
        address(input, inner);
        code.get(local);
        code.vectorMemory(load.lane, input.address + lane * stride, lane);
      }
    }
    code.set(local);
    return local;
  });
  emitter.constants(results.map(({ value }) => value));
  const firstLane = code.local(v128);
  if (innerSize > whole) {
    // All bits of the first lane.
    code.constant(-1);
    code.vector(splatInteger);
    code.vectorConstant(0);
    code.vector(shuffle, 0, 1, 2, 3, ...new Array<number>(12).fill(16));
    code.set(firstLane);
  }
  const fills = new Map(
    reductions.map(({ kind }) => {
      const local = code.local(v128);
      code.vectorConstant(identity[kind]);
      code.set(local);
      return [kind, local] as const;
    }),
  );

  for (const reduction of reductions) if (accumulates(reduction)) fill(reduction);
  for (const locals of offsets.values()) {
    code.constant(0);
    code.set(locals[0]);
  }
  loop(0);

  /** Whether the loops come back to a cell that was written: then it must hold a value beforehand. */
  function accumulates({ to, from }: Reduction): boolean {
    return to.strides.slice(0, from).some((stride) => stride === 0) || from === depth;
  }

  function fill({ kind, to }: Reduction): void {
    const count = sizes.reduce(
      (product, size, axis) => (to.strides[axis] === 0 ? product : product * size),
      1,
    );
    if (kind === 'sum') {
      code.clear(to.address, count * float);
      return;
    }
    const at = code.local(i32);
    code.constant(0);
    code.set(at);
    code.repeat(count, 1, () => {
      code.get(at);
      code.get(fills.get(kind)!);
      code.vectorMemory(store.lane, to.address, 0);
      code.advance(at, float);
    });
  }

  function loop(axis: number): void {
    for (const reduction of reductions)
      if (reduction.inRegister && reduction.from === axis) reset(reduction, reduction.total);
    if (axis === inner) innermost();
    else
      code.repeat(sizes[axis], 1, () => {
        for (const locals of offsets.values()) {
          code.get(locals[axis]);
          code.set(locals[axis + 1]);
        }
        loop(axis + 1);
        for (const [strides, locals] of offsets) {
          const bytes = Number(strides.split(',')[axis]);
          if (bytes !== 0) code.advance(locals[axis], bytes);
        }
      });
    for (const reduction of reductions)
      if (reduction.inRegister && reduction.from === axis) finish(reduction);
  }

  function reset({ kind }: Reduction, register: number): void {
    code.get(fills.get(kind)!);
    code.set(register);
  }

  /** The innermost axis: what does not move along it is loaded before. */
  function innermost(): void {
    inputs.forEach(({ strides }, number) => {
      if (strides[inner] === 0) loaded.set(number, emitter.local({ kind: 'leaf', leaf: number }));
    });
    for (const reduction of reductions) if (reduction.inRegister) reset(reduction, reduction.partial);
    if (whole > 0) {
      single = false;
      const blocks = whole / lanes;
      // A long sum is taken in stretches.
      const stretch = reductions.some(({ inRegister }) => inRegister) ? divisorUpTo(blocks, longest) : blocks;
      const stretches = blocks / stretch;
      const body = () => {
        code.repeat(stretch, 1, () => {
          emitter.forget();
          point(lanes);
        });
        if (stretches > 1) flush();
      };
      if (stretches > 1) code.repeat(stretches, 1, body);
      else body();
    }
    if (innerSize > whole) {
      single = true;
      code.repeat(innerSize - whole, 1, () => {
        emitter.forget();
        point(1);
      });
    }
    flush();
  }

  /** Adds the partial sums to the totals. */
  function flush(): void {
    for (const reduction of reductions) {
      if (!reduction.inRegister) continue;
      code.get(reduction.total);
      code.get(reduction.partial);
      code.vector(combine[reduction.kind]);
      code.set(reduction.total);
      reset(reduction, reduction.partial);
    }
  }

  /** One step along the innermost axis. */
  function point(count: number): void {
    for (const { kind, value, to } of results) {
      const reduction = reductions.find((candidate) => candidate.to === to && candidate.value === value);
      const local = emitter.local(value);
      if (kind === 'store') {
        storeVector(to, local, count);
        continue;
      }
      let masked = local;
      if (count === 1) {
        masked = code.local(v128);
        code.get(local);
        code.get(fills.get(kind)!);
        code.get(firstLane);
        code.vector(bitSelect);
        code.set(masked);
      }
      if (reduction!.inRegister) {
        code.get(reduction!.partial);
        code.get(masked);
        code.vector(combine[kind]);
        code.set(reduction!.partial);
      } else {
        const updated = code.local(v128);
        address(to, inner);
        code.vectorMemory(count === 1 ? load.zero : load.vector, to.address);
        code.get(masked);
        code.vector(combine[kind]);
        code.set(updated);
        storeVector(to, updated, count);
      }
    }
    for (const [strides, locals] of offsets) {
      const stride = Number(strides.split(',')[inner]);
      if (stride !== 0) code.advance(locals[inner], stride * count);
    }
  }

  function storeVector(to: Place, local: number, count: number): void {
    const stride = to.strides[inner];
    if (count > 1 && stride === float) {
      address(to, inner);
      code.get(local);
      code.vectorMemory(store.vector, to.address);
      return;
    }
    for (let lane = 0; lane < count; lane++) {
      address(to, inner);
      code.get(local);
      code.vectorMemory(store.lane, to.address + lane * stride, lane);
    }
  }

  /** Sums the lanes of a register, and stores the sum, or adds it to the cell. */
  function finish(reduction: Reduction): void {
    const { kind, to, total, from } = reduction;
    for (const bytes of [
      [8, 9, 10, 11, 12, 13, 14, 15],
      [4, 5, 6, 7],
    ]) {
      for (let copy = 0; copy < 3; copy++) code.get(total);
      code.vector(shuffle, ...bytes, ...new Array<number>(16 - bytes.length).fill(0));
      code.vector(combine[kind]);
      code.set(total);
    }
    const at = () => {
      if (from === 0) code.constant(0);
      else address(to, Math.min(from - 1, inner));
    };
    if (accumulates(reduction)) {
      at();
      code.vectorMemory(load.zero, to.address);
      code.get(total);
      code.vector(combine[kind]);
      code.set(total);
    }
    at();
    code.get(total);
    code.vectorMemory(store.lane, to.address, 0);
  }
}

/** The largest divisor of `n` that is at most `limit`. */
function divisorUpTo(n: number, limit: number): number {
  for (let divisor = Math.min(n, limit); ; divisor--) if (n % divisor === 0) return divisor;
}
