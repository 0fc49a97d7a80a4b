import { createVectorEmitter } from './emit-vector.js';
import { leaf, type Vector } from './vector.js';
import { type Code, createCode, encodeRoutines, load, store, v128 } from './wasm-module.js';

/** Puts a function's value for each of `size` floats from byte address `x` on to `y` on; the two may be the same. */
export type UnaryRoutine = (x: number, y: number, size: number) => void;

const bytesOfFloat = Float32Array.BYTES_PER_ELEMENT;
const lanes = 4;
const less = 0x48;

/** Compiles functions of one variable, in one module, to routines on a memory. */
export function compileUnary<Name extends string>(
  memory: WebAssembly.Memory,
  functions: Readonly<Record<Name, (x: Vector) => Vector>>,
): Readonly<Record<Name, UnaryRoutine>> {
  const routines = Object.fromEntries(
    Object.entries<(x: Vector) => Vector>(functions).map(([name, apply]) => [
      name,
      unaryCode(apply(leaf(0))),
    ]),
  );
  const bytes = encodeRoutines([], Object.values(routines), routines);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  return exports as Record<Name, UnaryRoutine>;
}

/** A routine of parameters as {@link UnaryRoutine} has them: four floats at a time, then one by one. */
function unaryCode(value: Vector): Code {
  const [x, y, size] = [0, 1, 2];
  const code = createCode(3);
  const argument = code.local(v128);
  const emitter = createVectorEmitter(code, () => argument);
  emitter.constants([value]);
  const loop = (count: number, loadCode: number, write: () => void) => {
    code.plain(0x02, 0x40, 0x03, 0x40); // block, loop
    code.get(size);
    code.constant(count);
    code.plain(less, 0x0d, 0x01); // out of the block if so
    emitter.forget();
    code.get(x);
    code.vectorMemory(loadCode, 0);
    code.set(argument);
    const result = emitter.local(value);
    code.get(y);
    code.get(result);
    write();
    code.advance(x, count * bytesOfFloat);
    code.advance(y, count * bytesOfFloat);
    code.advance(size, -count);
    code.plain(0x0c, 0x00, 0x0b, 0x0b); // back to the start; ends of loop and block
  };
  loop(lanes, load.vector, () => code.vectorMemory(store.vector, 0));
  loop(1, load.zero, () => code.vectorMemory(store.lane, 0, 0));
  return code;
}
