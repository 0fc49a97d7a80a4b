import {
  isWhole,
  type Node,
  type Part,
  reshaped,
  sizeOf,
  type Source,
  spread,
  stridesOf,
  type View,
  whole,
  type Work,
} from './graph.js';
import type { Compute } from './per-step.js';
import type { Vector } from './vector.js';

/** Puts a graph together; what is asked for twice is made once. */
export interface GraphBuilder {
  source(source: Source, shape: readonly number[]): View;
  /** The same number everywhere. */
  number(value: number, shape: readonly number[]): View;
  /** @param name tells functions apart, with their constants */
  map(
    name: string,
    apply: (...elements: Vector[]) => Vector,
    shape: readonly number[],
    ...operands: readonly View[]
  ): View;
  /** Along axes of the operand; they stay, with one element. */
  reduce(of: 'sum' | 'max', operand: View, axes: readonly number[]): View;
  product(a: View, b: View, shape: readonly number[]): View;
  assembled(shape: readonly number[], parts: readonly Part[]): View;
  routine(
    shape: readonly number[],
    work: Omit<Extract<Work, { kind: 'routine' }>, 'kind' | 'operands'>,
    ...operands: readonly View[]
  ): View;
  /** What JavaScript computes; never shared, as nobody knows what it does. */
  computed(shape: readonly number[], operand: View, compute: Compute): View;
  /** The array itself where the view sees all of it in order, else a copy. */
  array(view: View): Node;
  copy(view: View): Node;
  reshape(view: View, shape: readonly number[]): View;
}

export function createGraphBuilder(): GraphBuilder {
  const numbers = new WeakMap<Node, number>();
  const made = new Map<string, Node>();
  let count = 0;
  const named = (key: string, shape: readonly number[], work: () => Work): View => {
    let node = made.get(key);
    if (!node) {
      node = { shape, work: work() };
      made.set(key, node);
      numbers.set(node, count++);
    }
    return whole(node);
  };
  const keyOf = ({ node, shape, strides, offset }: View) =>
    `${numbers.get(node)}[${shape.join()};${strides.join()};${offset}]`;

  const builder: GraphBuilder = {
    source(source, shape) {
      // Constants are equal where their values are, all others where they are the same.
      const key = sourceKey(source);
      return named(key, shape, () => ({ kind: 'source', source }));
    },
    number: (value, shape) =>
      spread(
        named(`number ${Object.is(value, -0) ? '-0' : value}`, [], () => ({ kind: 'number', value })),
        shape,
      ),
    map(name, apply, shape, ...operands) {
      const views = operands.map((operand) => spread(operand, shape));
      const key = `${name} ${shape.join()} ${views.map(keyOf).join(' ')}`;
      return named(key, shape, () => ({ kind: 'map', name, operands: views, apply }));
    },
    reduce(of, operand, axes) {
      const shape = operand.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
      return named(`${of} ${axes.join()} ${keyOf(operand)}`, shape, () => ({ kind: 'reduce', of, operand }));
    },
    product: (a, b, shape) =>
      named(`product ${shape.join()} ${keyOf(a)} ${keyOf(b)}`, shape, () => ({ kind: 'product', a, b })),
    assembled(shape, parts) {
      const covered = parts.reduce((sum, { from }) => sum + sizeOf(from.shape), 0);
      const key = parts.map(({ from, strides, offset }) => `${keyOf(from)}>${strides.join()};${offset}`);
      return named(`assembled ${shape.join()} ${key.join(' ')}`, shape, () => ({
        kind: 'assembled',
        parts,
        whole: covered === sizeOf(shape),
      }));
    },
    routine(shape, work, ...operands) {
      const nodes = operands.map(builder.array);
      const key = `${work.name} ${shape.join()} ${nodes.map((node) => numbers.get(node)).join()}`;
      const given = work.arguments(
        nodes.map(() => 0),
        0,
      );
      return named(`${key} ${given.join()}`, shape, () => ({ kind: 'routine', ...work, operands: nodes }));
    },
    computed(shape, operand, compute) {
      const node = builder.array(operand);
      return named(`computed ${count}`, shape, () => ({ kind: 'computed', operand: node, compute }));
    },
    array(view) {
      return isWhole(view) && view.node.work.kind !== 'number' ? view.node : builder.copy(view);
    },
    copy(view) {
      const part = { from: view, strides: stridesOf(view.shape), offset: 0 };
      return builder.assembled(view.shape, [part]).node;
    },
    reshape: (view, shape) => reshaped(view, shape) ?? { ...whole(builder.array(view)), ...plain(shape) },
  };
  return builder;

  function sourceKey(source: Source): string {
    switch (source.kind) {
      case 'state':
        return `state ${source.index}`;
      case 'drawn':
        return `drawn ${source.draw}`;
      case 'constant':
        return `constant ${source.integers} ${Array.from(source.values).join()}`;
      case 'given':
        return `given ${identityOf(source.dataId)}`;
    }
  }
}

const plain = (shape: readonly number[]) => ({ shape, strides: stridesOf(shape), offset: 0 });

const identities = new WeakMap<object, number>();
let identified = 0;
function identityOf(object: object): number {
  let identity = identities.get(object);
  if (identity === undefined) identities.set(object, (identity = identified++));
  return identity;
}
