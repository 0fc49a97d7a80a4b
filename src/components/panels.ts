import { type Content, element } from './element.js';

/** Pixels between two panels, as `figure.css` has it. */
const gap = 16;

/** Whether a figure of that width, in pixels, is shown as on a phone: panels below each other, fewer ticks. */
export function isNarrow(width: number): boolean {
  return width < 600;
}

/** Height of a figure, in pixels: a share of its width, and neither too low to be read nor too high for a screen. */
export function heightOf(width: number, share = 0.5): number {
  return Math.min(420, Math.max(300, share * width));
}

export interface PanelsOptions {
  /** What all panels share, above them. */
  readonly legend?: Content;
  /** Panels in a row where there is room; 2 where omitted. */
  readonly columns?: number;
  /** The panels. @param width of one, in pixels. @param narrow whether they stand below each other. */
  draw(width: number, narrow: boolean): Content;
}

/** Where a panel stands among those of a figure that have their axes in common, so that these are named once. */
export interface PanelPlace {
  /** It is the first of its row: the vertical axis is named here. */
  readonly first: boolean;
  /** None is below it: the horizontal axis is named here. */
  readonly foot: boolean;
}

/** @param at of which panel, the first being 0. @param of so many. @param columns of them in a row. */
export function panelPlace(at: number, of: number, columns: number): PanelPlace {
  return { first: at % columns === 0, foot: at + columns >= of };
}

/** Panels of a figure beside each other, or below each other where it is narrow. */
export function panels(width: number, { legend, columns = 2, draw }: PanelsOptions): HTMLElement {
  const narrow = isNarrow(width);
  const panel = narrow ? width : Math.floor((width - gap * (columns - 1)) / columns);
  return element(
    'div',
    { class: 'panels' },
    legend ? element('div', { class: 'legend' }, legend) : null,
    draw(panel, narrow),
  );
}
