import { type Node, type Part, sizeOf, stridesOf, type View } from './graph.js';
import { mergedAxes, type Place, type Result } from './loop-nest.js';
import { emitLoops } from './loops.js';
import type { Compute } from './per-step.js';
import { type Group, isAligned } from './schedule.js';
import { constant, leaf, type Vector } from './vector.js';
import { type Code, createCode, i32 } from './wasm-module.js';

const float = Float32Array.BYTES_PER_ELEMENT;

/** What is known of the module when its code is generated. */
export interface Surroundings {
  /** The byte address of an array. */
  address(node: Node): number;
  isStored(node: Node): boolean;
  /** The number of an imported routine. */
  routine(name: string): number;
  /** What JavaScript is to be called with for what it computes. */
  callback(node: Node, operand: Node, compute: Compute): number;
  /** A place for panels of a product. */
  readonly scratch: number;
}

/** The code of one group. */
export function generate(group: Group, surroundings: Surroundings): Code {
  const code = createCode();
  if (group.kind === 'loops') loops(code, group.sizes, group.nodes, surroundings);
  else single(code, group.node, surroundings);
  return code;
}

/** Strides in bytes along the axes of a box, of a view of the shape that has the box's axes and others of one element. */
function along({ shape, strides }: Pick<View, 'shape' | 'strides'>, full: readonly number[]): number[] {
  return strides.flatMap((stride, axis) =>
    full[axis] === 1 ? [] : [shape[axis] === 1 ? 0 : stride * float],
  );
}

function loops(
  code: Code,
  sizes: readonly number[],
  nodes: readonly Node[],
  { address, isStored }: Surroundings,
): void {
  const inputs: Place[] = [];
  const leaves = new Map<string, Vector>();
  const values = new Map<Node, Vector>();
  const results: Result[] = [];
  const element = (view: View): Vector => {
    const { node } = view;
    if (node.work.kind === 'number') return constant(node.work.value);
    if (isAligned(view, sizes) && values.has(node)) return values.get(node)!;
    const place = {
      address: address(node) + view.offset * float,
      strides: along(view, view.shape),
    };
    const key = `${place.address} ${place.strides.join()}`;
    let known = leaves.get(key);
    if (!known) {
      known = leaf(inputs.length);
      leaves.set(key, known);
      inputs.push(place);
    }
    return known;
  };
  for (const node of nodes) {
    const { work, shape } = node;
    if (work.kind === 'map') {
      const value = work.apply(...work.operands.map(element));
      values.set(node, value);
      if (isStored(node)) {
        const to = { address: address(node), strides: along({ shape, strides: stridesOf(shape) }, shape) };
        results.push({ kind: 'store', value, to });
      }
    } else if (work.kind === 'reduce') {
      const full = work.operand.shape;
      const to = { address: address(node), strides: along({ shape, strides: stridesOf(shape) }, full) };
      results.push({ kind: work.of, value: element(work.operand), to });
    }
  }
  emitLoops(code, { sizes, inputs, results });
}

function single(code: Code, node: Node, surroundings: Surroundings): void {
  const { work, shape } = node;
  const { address, routine } = surroundings;
  if (work.kind === 'product') product(code, node, work.a, work.b, surroundings);
  if (work.kind === 'assembled') {
    if (!work.whole) code.clear(address(node), sizeOf(shape) * float);
    for (const part of work.parts) copy(code, part, address(node), surroundings);
  }
  if (work.kind === 'computed') {
    code.constant(surroundings.callback(node, work.operand, work.compute));
    code.call(routine('javascript'));
  }
  if (work.kind === 'routine') {
    if (work.cleared) code.clear(address(node), sizeOf(shape) * float);
    for (const argument of work.arguments(work.operands.map(address), address(node))) code.constant(argument);
    code.call(routine(work.name));
  }
}

/** Copies a part of an array to its place. */
function copy(code: Code, { from, strides, offset }: Part, start: number, { address }: Surroundings): void {
  const { node, shape } = from;
  const place = (at: number, steps: readonly number[]) => ({
    address: at,
    strides: steps.map((stride) => stride * float),
  });
  const to = place(start + offset * float, strides);
  const isNumber = node.work.kind === 'number';
  const inputs = isNumber ? [] : [place(address(node) + from.offset * float, from.strides)];
  const value = node.work.kind === 'number' ? constant(node.work.value) : leaf(0);
  emitLoops(code, { sizes: shape, inputs, results: [{ kind: 'store', value, to }] });
}

/** Products of stacked matrices: one call where the stack has regular gaps, else loops around it. */
function product(
  code: Code,
  node: Node,
  a: View,
  b: View,
  { address, routine, scratch }: Surroundings,
): void {
  const [m, n] = node.shape.slice(-2);
  const k = a.shape[a.shape.length - 1];
  const own = stridesOf(node.shape);
  const places = [a, b, { node, strides: own, offset: 0 }].map(({ node: of, strides, offset }) => ({
    start: address(of) + offset * float,
    strides: strides.map((stride) => stride * float),
  }));
  const stack = mergedAxes(
    node.shape.slice(0, -2),
    places.map(({ strides }) => strides),
  );
  const { size: batch, strides: gaps } = stack.pop() ?? { size: 1, strides: [0, 0, 0] };
  const matrix = (place: { strides: number[] }) => place.strides.slice(-2);
  const starts = places.map(({ start }) => {
    const local = code.local(i32);
    code.constant(start);
    code.set(local);
    return local;
  });
  const call = () => {
    for (const start of starts) code.get(start);
    for (const value of [batch, ...gaps, m, n, k, ...matrix(places[0]), ...matrix(places[1]), scratch])
      code.constant(value);
    code.call(routine('product'));
  };
  const around = (axis: number) => {
    if (axis === stack.length) return call();
    const { size, strides } = stack[axis];
    code.repeat(size, 1, () => {
      around(axis + 1);
      strides.forEach((stride, i) => stride && code.advance(starts[i], stride));
    });
    strides.forEach((stride, i) => stride && code.advance(starts[i], -stride * size));
  };
  around(0);
}
