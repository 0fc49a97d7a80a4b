/**
 * How near an experiment is to what the paper did:
 *
 * - `exact`: mathematics, nothing sampled;
 * - `paper`: the paper's own scale;
 * - `reduced`: the same task and kind of model, smaller;
 * - `stand-in`: another task, other data or another model, to isolate the mechanism.
 */
export const scaleLevels = ['exact', 'paper', 'reduced', 'stand-in'] as const;
export type ScaleLevel = (typeof scaleLevels)[number];

/** How much of something there is here, and in the paper where that is known: 10 and 200 epochs. */
export type Extent = string | { readonly here: string; readonly paper: string };

/** The scale of an experiment, each part beside the paper's own where known. */
export type Scale =
  | {
      readonly level: 'exact';
      /** What is computed. */
      readonly data: Extent;
    }
  | {
      readonly level: Exclude<ScaleLevel, 'exact'>;
      readonly data: Extent;
      readonly model: Extent;
      /** "none", where nothing is trained. */
      readonly training: Extent;
      /** Independent repetitions. */
      readonly repetitions: Extent;
    };

const parts = ['data', 'model', 'training', 'repetitions'] as const;

/** One line a part: "training: 10 of 200 epochs in the paper". */
export function scaleLines(scale: Scale): string[] {
  const of = scale as Partial<Record<(typeof parts)[number], Extent>>;
  return parts.flatMap((part) => {
    const extent = of[part];
    if (extent === undefined) return [];
    const text = typeof extent === 'string' ? extent : `${extent.here} (the paper: ${extent.paper})`;
    return [`${part}: ${text}`];
  });
}

/** The level of what rests on several experiments: that of the one furthest from the paper. */
export function furthest(levels: readonly ScaleLevel[]): ScaleLevel {
  return scaleLevels[Math.max(...levels.map((level) => scaleLevels.indexOf(level)))];
}
