import type { Control } from './control.js';
import { element } from './element.js';
import { figureFrame, type FigureFrameOptions, type FigureText } from './figure-frame.js';

/** What is drawn, with a title or a caption that depends on the settings. */
export interface Drawing extends FigureText {
  readonly plot: Node;
}

export interface FigureOptions<S> extends Omit<FigureFrameOptions, 'controls'> {
  /** Controls of this figure, above it. */
  readonly controls?: Control<S>;
  /** Controls that stand elsewhere on the page and change this figure too. */
  readonly also?: readonly Control<unknown>[];
  /**
   * The figure as it is to be seen.
   *
   * @param settings Value of the controls.
   * @param width In pixels.
   */
  draw(settings: S, width: number): Node | Drawing;
}

/** Pixels below which no figure is drawn: it would not be legible. */
const leastWidth = 280;

/**
 * A figure with its frame, which draws itself anew whenever a control changes or the page gets another width:
 * `display(figure({ id, title, caption, alternative, source, controls: form(…), draw: (settings, width) => … }))`.
 *
 * Controls are made once and never replaced, so that they keep the reader's focus. Where `draw` throws, the text of the
 * error stands in the figure's place until the next change. A figure that is taken off the page watches nothing any
 * more.
 */
export function figure<S = undefined>({ also = [], draw, ...options }: FigureOptions<S>): HTMLElement {
  const { controls } = options;
  const frame = figureFrame(options);
  // Watched in place of the frame, whose height changes when it is drawn.
  const ruler = element('div');
  frame.prepend(ruler);
  const removed = new AbortController();
  let width: number | undefined;

  const show = () => {
    if (width === undefined) return;
    try {
      const drawn = draw(controls?.value as S, width);
      if ('plot' in drawn) frame.show(drawn.plot, drawn);
      else frame.show(drawn);
    } catch (error) {
      frame.fail(error);
    }
  };
  const observer = new ResizeObserver(([{ contentRect }]) => {
    if (!frame.isConnected) {
      observer.disconnect();
      removed.abort();
      return;
    }
    const measured = Math.max(leastWidth, Math.floor(contentRect.width));
    if (contentRect.width === 0 || measured === width) return;
    width = measured;
    show();
  });
  observer.observe(ruler);
  for (const control of [...(controls ? [controls] : []), ...also])
    control.addEventListener('input', show, { signal: removed.signal });
  return frame;
}
