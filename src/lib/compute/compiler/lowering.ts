import * as tf from '@tensorflow/tfjs-core';
import type { Call } from './capture.js';
import type { Node, View } from './graph.js';
import type { GraphBuilder } from './graph-builder.js';

/** What an operation becomes. */
export type Lowering = (
  inputs: Inputs,
  attributes: Attributes,
  build: GraphBuilder,
  call: Call,
) => View | View[];
export type Attributes = Readonly<Record<string, unknown>>;
export interface Inputs {
  /** The only input, or the one of that name, as floats. */
  (name?: string): View;
  /** All of a list. */
  all(): View[];
  /** As the integers that it was given as. */
  integers(name: string): Node;
}

/** A step does something that cannot be compiled. */
export class NotCompiled extends Error {
  override name = 'NotCompiled';
}

export const axesOf = (axes: unknown, shape: readonly number[]): number[] =>
  tf.util.parseAxisParam(axes as number | number[], shape as number[]);
