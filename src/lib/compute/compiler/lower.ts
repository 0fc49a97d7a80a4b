import { type Capture, Computed, everyValue, type Operand } from './capture.js';
import { type Node, sizeOf, type View } from './graph.js';
import { createGraphBuilder } from './graph-builder.js';
import { layoutKernels } from './kernels-layout.js';
import { mapKernels } from './kernels-map.js';
import { productKernels } from './kernels-product.js';
import { type Lowering, NotCompiled } from './lowering.js';
import { toFloat } from './vector.js';

const lowerings: Readonly<Record<string, Lowering>> = {
  ...mapKernels,
  ...layoutKernels,
  ...productKernels,
  [Computed]: (inputs, _, build, { outputs: [{ shape }], compute }) =>
    build.computed(shape, inputs('x'), compute!),
};

/** What replaces each tensor of the state, as a graph. */
export function lower({ calls, next }: Capture): Node[] {
  const build = createGraphBuilder();
  const results: View[][] = [];
  const raw = ({ origin, shape, dtype }: Operand): View => {
    switch (origin.kind) {
      case 'result':
        return build.reshape(results[origin.call][origin.output], shape);
      case 'constant': {
        const first = origin.values[0];
        const same = everyValue(origin.values, (value) => Object.is(value, first));
        if (same && origin.values.length > 0) return build.number(Number(first), shape);
        const source = { kind: 'constant', values: origin.values, integers: dtype === 'int32' } as const;
        return build.reshape(build.source(source, shape), shape);
      }
      default:
        if (dtype === 'bool') throw new NotCompiled('a tensor of booleans from outside of the step');
        return build.reshape(build.source(origin, shape), shape);
    }
  };
  const view = (operand: Operand): View => {
    const seen = raw(operand);
    return holdsIntegers(seen, operand) ? build.map('toFloat', toFloat, seen.shape, seen) : seen;
  };
  for (const call of calls) {
    const lowering = lowerings[call.kernel];
    if (!lowering) throw new NotCompiled(`the operation ${call.kernel}`);
    const given = Object.values(call.inputs);
    const inputs = Object.assign((name?: string) => view(name ? call.inputs[name] : given[0]), {
      all: () => given.map(view),
      integers(name: string) {
        const seen = raw(call.inputs[name]);
        if (!holdsIntegers(seen, call.inputs[name]))
          throw new NotCompiled('rows by numbers that are themselves computed');
        return build.array(seen);
      },
    });
    const made = lowering(inputs, call.attributes, build, call);
    const views = Array.isArray(made) ? made : [made];
    views.forEach(({ shape }, output) => {
      if (sizeOf(shape) !== sizeOf(call.outputs[output].shape))
        throw new Error(
          `${call.kernel}: lowered to [${shape.join()}], not [${call.outputs[output].shape.join()}]`,
        );
    });
    results.push(views);
  }
  return next.map((operand, index) => {
    const seen = view(operand);
    const { work } = seen.node;
    const unchanged = work.kind === 'source' && work.source.kind === 'state' && work.source.index === index;
    // What was there before under another name must not be written over before it is copied.
    return work.kind === 'source' && !unchanged ? build.copy(seen) : build.array(seen);
  });
}

/** Whether the values lie in memory as integers: those that come from outside do, those that a step computes do not. */
function holdsIntegers({ node: { work } }: View, { dtype }: Operand): boolean {
  if (dtype !== 'int32' || work.kind !== 'source') return false;
  return work.source.kind !== 'constant' || work.source.integers;
}
