import * as Plot from '@observablehq/plot';
import { seriesColors, seriesDashes, seriesSymbols } from './palette.js';

/** How a series is drawn: places in the palette, or a colour of its own such as `var(--ink)`. */
export interface SeriesLook {
  readonly color?: number | string;
  readonly dash?: number;
  readonly symbol?: number;
}

/** Looks that mean the same in every figure of a paper: before something is done, and after it. */
export const roles = {
  before: { color: 1, dash: 1, symbol: 1 },
  after: { color: 0, dash: 0, symbol: 0 },
} as const satisfies Readonly<Record<string, SeriesLook>>;

/** The series of a paper: what each is called, and how it is told apart wherever it appears. */
export interface Series<Id extends string = string> {
  /** In the order of legends. */
  readonly ids: readonly Id[];
  /** What a reader calls a series; the id itself where it is none of these. */
  label(id: string): string;
  /** Texts and values for a `radio`, `select` or `checkbox`, of all or of some. */
  options(shown?: readonly string[]): (readonly [text: string, id: Id])[];
  /** The colour and symbol scales of a plot, with a legend; a series keeps its look whichever others are shown. */
  scales(shown?: readonly string[]): SeriesScales;
  /** That legend by itself, for panels that share one. */
  legend(shown?: readonly string[]): SVGElement | HTMLElement;
  color(id: string): string;
  /** As `stroke-dasharray`. */
  dash(id: string): string;
  symbol(id: string): Plot.SymbolType;
}

/** Options of Plot that draw series apart. */
export interface SeriesScales {
  readonly color: Plot.ScaleOptions;
  readonly symbol: Plot.ScaleOptions;
}

/**
 * Series by id, with their labels. Each takes the next colour, dash and symbol of the palette, so that none is told
 * by its colour alone; `look` gives one another place there, or a colour of its own.
 */
export function series<const Id extends string>(
  labels: Readonly<Record<Id, string>>,
  { look }: { readonly look?: Readonly<Partial<Record<Id, SeriesLook>>> } = {},
): Series<Id> {
  const ids = Object.keys(labels) as Id[];
  const label = (id: string) => (labels as Readonly<Record<string, string>>)[id] ?? id;
  const place = (id: string, aspect: 'color' | 'dash' | 'symbol') =>
    (look as Readonly<Record<string, SeriesLook>> | undefined)?.[id]?.[aspect] ??
    Math.max(0, ids.indexOf(id as Id));
  const from = <T>(palette: readonly T[], at: number) => palette[at % palette.length];
  const color = (id: string) => {
    const at = place(id, 'color');
    return typeof at === 'string' ? at : from(seriesColors, at);
  };
  const dash = (id: string) => from(seriesDashes, place(id, 'dash') as number);
  const symbol = (id: string) => from(seriesSymbols, place(id, 'symbol') as number) as Plot.SymbolType;
  const among = (shown: readonly string[]) => ids.filter((id) => shown.includes(id));
  const scales = (shown: readonly string[] = ids) => {
    const domain = among(shown);
    return {
      color: { type: 'categorical', domain, range: domain.map(color), tickFormat: label },
      symbol: { domain, range: domain.map(symbol), tickFormat: label, legend: true },
    } as const;
  };
  return {
    ids,
    label,
    options: (shown = ids) => among(shown).map((id) => [label(id), id] as const),
    scales,
    legend: (shown) => Plot.legend({ ...scales(shown), style: { fontFamily: 'inherit' } }),
    color,
    dash,
    symbol,
  };
}
