import type { ColumnTable } from 'arquero';
import type { ByteArray } from '../datasets/array-dataset.js';
import type { RowOf, TableSchemas } from './column.js';
import type { Scale } from './scale.js';

/**
 * The scale at which an experiment runs: `quick` is what continuous integration recomputes (a whole paper in
 * about a minute on two cores), `full` is the paper's scale or the nearest a machine here has reached.
 * Same code, other parameters.
 */
export type Profile = 'quick' | 'full';

export const profiles: readonly Profile[] = ['quick', 'full'];

/** Parameters are plain JSON: they are hashed into the result's key and written into its provenance. */
export type Parameter =
  string | number | boolean | null | readonly Parameter[] | { readonly [name: string]: Parameter };
export type Parameters = Readonly<Record<string, Parameter>>;

/**
 * One independent unit of an experiment: what is computed, cached and resumed alone, and what workers share
 * out. Its rows may depend on the parameters, the part and the seed, and on nothing else.
 */
export interface Part {
  /** Unique within the experiment, safe in a file name: `housing-cs-symmetric`. */
  readonly id: string;
  /** Relative cost, for the estimate of the time left; 1 where omitted. */
  readonly cost?: number;
  /**
   * What this part is about, as plain JSON: `{ dataset: 'housing', seed: 3 }`. It is for `run` to read, so that nobody
   * parses a name, and belongs to the result's key. Omitted where an experiment is one part.
   */
  readonly of?: Parameter;
}

/** What a run is given. */
export interface Context<P extends Parameters = Parameters, Q extends Part = Part> {
  readonly params: P;
  readonly part: Q;
  readonly seed: number;
  /** Aborts when the user interrupts; a long step should look at it. */
  readonly signal: AbortSignal;
  /** A data set by its registered name, parsed and checked. It must be named in `Definition.datasets`. */
  dataset(name: string): Promise<ColumnTable>;
  /** The same of a data set that is an array, such as images. */
  array(name: string): Promise<ByteArray>;
}

/** What a run yields: how far it is (a fraction of its part), or rows of one of its tables. */
export type RunEvent<T extends TableSchemas = TableSchemas> =
  | { readonly progress: number; readonly message?: string }
  | {
      readonly [N in keyof T]: {
        readonly table: N;
        readonly rows: readonly RowOf<T[N]['columns']>[];
      };
    }[keyof T];

/**
 * What an experiment is, as data: cheap to import, so that a page or a listing costs no tensor library.
 *
 * `P` are its parameters, `T` its tables, `Q` its parts; {@link defineExperiment} infers all three.
 */
export interface Definition<
  P extends Parameters = Parameters,
  T extends TableSchemas = TableSchemas,
  Q extends Part = Part,
> {
  readonly title: string;
  readonly description: string;
  /** The tables it fills; names are unique within the paper. */
  readonly tables: T;
  readonly profiles: { readonly quick: P; readonly full?: P };
  /** How near to the paper's own experiment these parameters are; shown with each verdict that rests on it. */
  scale(params: P): Scale;
  /** Default seed. */
  readonly seed: number;
  /** `tensors`: runs on the TensorFlow.js backend that the engine has prepared; `plain`: typed arrays alone. */
  readonly compute: 'tensors' | 'plain';
  /** Names of the data sets it reads under these parameters. */
  datasets?(params: P): readonly string[];
  /** The independent units of the run, in the order in which their rows are written. */
  parts(params: P): readonly Q[];
}

/** Says what an experiment is, with parameters, tables and parts as they are written. */
export function defineExperiment<P extends Parameters, T extends TableSchemas, Q extends Part>(
  definition: Definition<P, T, Q>,
): Definition<P, T, Q> {
  return definition;
}

/** What the run of a definition is given: `RunContext<typeof definition>`. */
export type RunContext<D> = D extends Definition<infer P, infer _T, infer Q> ? Context<P, Q> : never;

/**
 * What the run of a definition yields: `RunEvents<typeof definition>`. A misspelt table or column, or a row that lacks
 * a column, does not compile.
 */
export type RunEvents<D> =
  D extends Definition<infer _P, infer T, infer _Q> ? AsyncGenerator<RunEvent<T>, void, void> : never;

/**
 * An experiment is a definition, the module `data-loaders/<paper>/<name>.ts`, and a run, `<name>.run.ts` beside it.
 * The engine keys its results by the code that `run` reaches, so nothing in `definition` but parameters, parts and
 * columns makes a recorded result stale.
 */
export interface Experiment<
  P extends Parameters = Parameters,
  T extends TableSchemas = TableSchemas,
  Q extends Part = Part,
> {
  readonly definition: Definition<P, T, Q>;
  run(context: Context<P, Q>): AsyncGenerator<RunEvent<T>, void, void>;
}
