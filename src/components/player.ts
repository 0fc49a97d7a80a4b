import { element } from './element.js';
import { type Setting, setting } from './setting.js';

export interface PlayerOptions {
  /** How many frames there are. */
  readonly frames: number;
  /** Text for a frame beside the slider. */
  readonly format?: (frame: number) => string;
  /** Milliseconds between two frames. */
  readonly interval?: number;
}

let players = 0;

/**
 * A slider through the frames of a film, and a button that plays them and stops; at the end it starts again. Its value
 * is the frame. A player that is taken off the page stops.
 */
export function player(label: string, options: PlayerOptions): Setting<number> {
  const { frames, format = String, interval = 120 } = options;
  const id = `player-${(players += 1)}`;
  const field = element('input', { id, type: 'range', min: 0, max: frames - 1, step: 1, value: 0 });
  const output = element('output', { for: id }, format(0));
  const button = element('button', { type: 'button' }, 'Play');
  const node = element(
    'div',
    { class: 'control' },
    button,
    element('label', { for: id }, label),
    field,
    output,
  );
  let timer: ReturnType<typeof setInterval> | undefined;

  const describe = () => {
    output.textContent = format(field.valueAsNumber);
    field.setAttribute('aria-valuetext', output.textContent);
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    button.textContent = 'Play';
  };
  const next = () => {
    if (!node.isConnected) return stop();
    field.valueAsNumber = (field.valueAsNumber + 1) % frames;
    describe();
    node.dispatchEvent(new Event('input', { bubbles: true }));
  };
  field.addEventListener('input', () => {
    stop();
    describe();
  });
  button.addEventListener('click', () => {
    if (timer !== undefined) return stop();
    timer = setInterval(next, interval);
    button.textContent = 'Stop';
  });
  return setting(node, {
    label,
    value: () => field.valueAsNumber,
    choice: () => ({ text: field.value, words: format(field.valueAsNumber) }),
    set(text) {
      const frame = Number(text);
      if (text.trim() === '' || !(Number.isInteger(frame) && frame >= 0 && frame < frames)) return false;
      field.valueAsNumber = frame;
      describe();
      return true;
    },
    make: () => player(label, options),
  });
}
