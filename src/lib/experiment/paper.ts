import type { Claim } from './claim.js';
import type { Experiment } from './experiment.js';

/** A paper of the shelf that has moved in: what it is, its experiments, its claims. */
export interface Paper {
  readonly slug: string;
  /** Experiments by name; each is the module `data-loaders/<slug>/<name>.ts`. */
  readonly experiments: Readonly<Record<string, Experiment>>;
  /** Loaded apart, so that serving a table does not load what judges it. */
  claims(): Promise<readonly Claim[]>;
}
