import type { ColumnTable } from 'arquero';
import type { ByteArray } from '../datasets/array-dataset.js';
import type { Row, Schema } from './column.js';

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
}

/** What a run is given. */
export interface Context<P extends Parameters = Parameters> {
  readonly params: P;
  readonly part: Part;
  readonly seed: number;
  /** Aborts when the user interrupts; a long step should look at it. */
  readonly signal: AbortSignal;
  /** A data set by its registered name, parsed and checked. It must be named in `Definition.datasets`. */
  dataset(name: string): Promise<ColumnTable>;
  /** The same of a data set that is an array, such as images. */
  array(name: string): Promise<ByteArray>;
}

/** What a run yields: how far it is (a fraction of its part), or rows of one of its tables. */
export type RunEvent =
  | { readonly progress: number; readonly message?: string }
  | { readonly table: string; readonly rows: readonly Row[] };

/** What an experiment is, as data: cheap to import, so that a page or a listing costs no tensor library. */
export interface Definition<P extends Parameters = Parameters> {
  readonly title: string;
  readonly description: string;
  /** The tables it fills; names are unique within the paper. */
  readonly tables: Readonly<Record<string, { readonly description: string; readonly columns: Schema }>>;
  readonly profiles: { readonly quick: P; readonly full?: P };
  /** Default seed. */
  readonly seed: number;
  /** `tensors`: runs on the TensorFlow.js backend that the engine has prepared; `plain`: typed arrays alone. */
  readonly compute: 'tensors' | 'plain';
  /** Names of the data sets it reads under these parameters. */
  datasets?(params: P): readonly string[];
  /** The independent units of the run, in the order in which their rows are written. */
  parts(params: P): readonly Part[];
}

/**
 * An experiment is a module, `data-loaders/<paper>/<name>.ts`, with these two exports. The engine keys its
 * results by the code that `run` reaches, so nothing in `definition` but the parameters and the columns
 * makes a recorded result stale.
 */
export interface Experiment<P extends Parameters = Parameters> {
  readonly definition: Definition<P>;
  run(context: Context<P>): AsyncGenerator<RunEvent, void, void>;
}
