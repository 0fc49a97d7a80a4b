import { keepInAddress } from './address-settings.js';
import type { Control } from './control.js';
import { element } from './element.js';
import { figureFrame, type FigureFrameOptions, type FigureText } from './figure-frame.js';
import { foldAway } from './more-settings.js';
import { onceNear } from './near-window.js';
import { choicesInWords, settingsOf } from './settings.js';

/** What is drawn, with what is said of it where that depends on the settings. */
export interface Drawing extends FigureText {
  readonly plot: Node;
}

export interface FigureOptions<S> extends Omit<FigureFrameOptions, 'controls' | 'alternative'> {
  /** What the figure shows, for readers who cannot see it; of the settings, where they change what is to be said. */
  readonly alternative: string | ((settings: S) => string);
  /**
   * Controls of this figure, above it. The first three are in sight; what is chosen stands in the page's address, and is
   * said at the end of the text alternative.
   */
  readonly controls?: Control<S>;
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
 * A figure with its frame, which draws itself as soon as it is near to what is to be seen, or printed, and anew, once a
 * frame, when a control changes or the page gets another width:
 * `display(figure({ id, title, caption, alternative, source, controls: form(…), draw: (settings, width) => … }))`.
 *
 * Controls are made once and never replaced, so that they keep the reader's focus. A setting that another figure has as
 * well is repeated here (`again`), and both move together. Where `draw` throws, the text of the error stands in the
 * figure's place until the next change. A figure that is taken off the page watches nothing any more.
 */
export function figure<S = undefined>({ draw, ...options }: FigureOptions<S>): HTMLElement {
  const { controls } = options;
  const settings = controls ? settingsOf(controls, options.id) : [];
  const alternative = () =>
    typeof options.alternative === 'string' ? options.alternative : options.alternative(controls?.value as S);
  const frame = figureFrame({ ...options, alternative: alternative() });
  // Watched in place of the frame, whose height changes when it is drawn.
  const ruler = element('div');
  frame.prepend(ruler);
  const removed = new AbortController();
  const { signal } = removed;
  let width: number | undefined;
  let isNear = false;

  const show = () => {
    if (width === undefined || !isNear) return;
    try {
      const drawn = draw(controls?.value as S, width);
      const { plot, ...text } = 'plot' in drawn ? drawn : { plot: drawn };
      const chosen = choicesInWords(settings);
      frame.show(plot, { ...text, chosen, alternative: (text.alternative ?? alternative()) + chosen });
    } catch (error) {
      frame.fail(error);
    }
  };
  if (controls) {
    const folded = foldAway(controls);
    const begins = settings.map(({ setting }) => setting.choice.text);
    keepInAddress(settings, document.defaultView!, (problem) => frame.note(problem), signal);
    // What an address asks for is in sight.
    if (folded)
      folded.open = settings.some(
        ({ setting }, at) => folded.contains(setting) && setting.choice.text !== begins[at],
      );
    controls.addEventListener('input', atNextFrame(show), { signal });
  }
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
  onceNear(frame, () => {
    isNear = true;
    show();
  });
  return frame;
}

/** Has something done once before the next frame, however often it is asked for: a slider tells of more than can be drawn. */
function atNextFrame(act: () => void): () => void {
  let waits = false;
  return () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => {
      waits = false;
      act();
    });
  };
}
