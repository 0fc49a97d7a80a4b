/** The prediction term: the paper's, with symmetric weights, or the mean squared error. */
export type LiveVariant = 'paper' | 'symmetric' | 'squares';

export interface LiveSettings {
  readonly variant: LiveVariant;
  /** Networks of each seed differ in nothing but their β; the first is what compression is measured from. */
  readonly betas: readonly number[];
  /** Networks of each β. */
  readonly seeds: number;
  /** Decides on the data, the first weights and the batches. */
  readonly seed: number;
  readonly steps: number;
}

/** A network at one step, on rows that it was not trained on; `null` where a number is not finite. */
export interface LiveMember {
  readonly beta: number;
  /** Number of the network's seed, from 0. */
  readonly seed: number;
  /** Prediction term plus β times the information. */
  readonly loss: number | null;
  readonly rmse: number | null;
  /** Normalised I_CS(x; t); `null` also where t has collapsed to a point. */
  readonly i_xt: number | null;
  /** I(T; Y) = ½ log₂(var y / MSE), in bits. */
  readonly i_ty: number | null;
  /** 1 − I_CS(x; t) / I_CS(x; t) of the same seed's first β. */
  readonly r: number | null;
}

/** The ensemble at one step, as plain JSON. */
export interface LiveSnapshot {
  readonly step: number;
  readonly steps: number;
  /** What computes: TensorFlow.js's name of its backend. */
  readonly backend: string;
  readonly members: readonly LiveMember[];
}
