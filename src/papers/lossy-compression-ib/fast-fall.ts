/** The stretch of training in which the loss falls fast. */
export interface FastFall {
  /** The first steps at which the loss is at most 0.95 and 0.3 of what it was at first; infinite if at none. */
  readonly from: number;
  readonly to: number;
}

/** Finds it. @param path the checkpoints by step. */
export function fastFall(path: readonly { readonly step: number; readonly loss: number }[]): FastFall {
  const first = (share: number) => path.find(({ loss }) => loss <= share * path[0].loss)?.step ?? Infinity;
  return { from: first(0.95), to: first(0.3) };
}
