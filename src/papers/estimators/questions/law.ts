import type { Random } from '../../../lib/statistics/random.js';
import type { Sides } from './sides.js';

/** Kinds of questions, by what the columns hold. */
export const questions = [
  'numbers',
  'labels',
  'label-numbers',
  'mixtures',
  'given-numbers',
  'given-labels',
  'given-mixed',
  'total',
] as const;

export type QuestionKind = (typeof questions)[number];

/** In which size a law comes. */
export interface Place {
  /** Coordinates of numbers: of each variable, of what is given where something is; the variables of a total correlation. */
  readonly dimension: number;
  /** Labels of each variable that is labels; 1 where none is. */
  readonly categories: number;
  /** Combinations of the labels of all variables; 1 where none is labels. */
  readonly combinations: number;
}

/** Draws n observations. */
export type Sampler = (n: number, random: Random) => Sides;

/** A law whose information can be chosen. */
export interface QuestionLaw {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly question: QuestionKind;
  readonly places: readonly Place[];
  /** @param information in nats. @returns undefined where it cannot carry so much, or so little. */
  sampler(place: Place, information: number): Sampler | undefined;
}

/** Places of numbers alone. */
export const ofDimensions = (...dimensions: readonly number[]): Place[] =>
  dimensions.map((dimension) => ({ dimension, categories: 1, combinations: 1 }));

/** Places of so many variables that are labels, beside numbers of a dimension. */
export const ofLabels = (categories: readonly number[], variables: number, dimension = 1): Place[] =>
  categories.map((each) => ({ dimension, categories: each, combinations: each ** variables }));
