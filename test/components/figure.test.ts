import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { range, select, toggle } from '../../src/components/control.js';
import { figure, type FigureOptions } from '../../src/components/figure.js';
import { form } from '../../src/components/form.js';
import { emptyPage, FakeIntersectionObserver } from './page.js';

const { document, Event, AbortController } = emptyPage();

/** In the place of the browser's: a page whose width a test sets. */
class FakeResizeObserver {
  static readonly watching = new Set<FakeResizeObserver>();
  constructor(private readonly heard: (entries: { contentRect: { width: number } }[]) => void) {}
  observe() {
    FakeResizeObserver.watching.add(this);
  }
  disconnect() {
    FakeResizeObserver.watching.delete(this);
  }
  static resize(width: number) {
    for (const { heard } of FakeResizeObserver.watching) heard([{ contentRect: { width } }]);
  }
}

/** Draws the next frame, where a test draws frames itself. */
let drawFrame: () => void;

/** Lets the frames of the page wait until they are drawn. */
function holdFrames() {
  const waiting: (() => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => waiting.push(act));
  drawFrame = () => waiting.splice(0).forEach((act) => act());
}

beforeEach(() => {
  // Each frame is drawn as soon as it is asked for.
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => act());
  vi.stubGlobal('ResizeObserver', FakeResizeObserver);
  // An element of jsdom takes no signal but of jsdom.
  vi.stubGlobal('AbortController', AbortController);
});
afterEach(() => {
  FakeResizeObserver.watching.clear();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

const words = { id: 'one', title: 'One.', caption: 'A caption.', alternative: 'A number.' };

/** A figure that writes its settings and its width, on the page. */
function shown<S>(options: Partial<FigureOptions<S>> = {}, width = 640) {
  const draw = vi.fn((settings: S, pixels: number): Node => {
    return document.createTextNode(`${JSON.stringify(settings)} at ${pixels}`);
  });
  const node = figure<S>({ ...words, draw, ...options });
  document.body.append(node);
  FakeResizeObserver.resize(width);
  return { node, draw, plot: () => node.querySelector('.plot')!.textContent };
}

const step = () => range('Step', { min: 0, max: 9, step: 1, value: 4 });
const settings = () => form({ step: step(), smooth: toggle('smooth') });

function enter(field: HTMLInputElement, value: string) {
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

describe('figure', () => {
  it('waits for its width, draws with the settings, and draws anew when the width changes', () => {
    const { draw, plot } = shown({ controls: settings() }, 0);
    expect(draw).not.toHaveBeenCalled();
    FakeResizeObserver.resize(640.7);
    expect(plot()).toBe('{"step":4,"smooth":false} at 640');
    FakeResizeObserver.resize(640.2);
    expect(draw).toHaveBeenCalledTimes(1);
    FakeResizeObserver.resize(100);
    expect(plot()).toBe('{"step":4,"smooth":false} at 280');
  });

  it('draws once a frame, with the settings of the moment, however often a slider tells of itself', () => {
    const { node, draw, plot } = shown({ controls: settings() });
    holdFrames();
    const field = node.querySelector('input')!;
    for (const value of ['5', '6', '7']) enter(field, value);
    expect(draw).toHaveBeenCalledTimes(1);
    drawFrame();
    expect(draw).toHaveBeenCalledTimes(2);
    expect(plot()).toBe('{"step":7,"smooth":false} at 640');
    enter(field, '8');
    drawFrame();
    expect(plot()).toBe('{"step":8,"smooth":false} at 640');
  });

  it('waits until it is near to what is to be seen, or is printed', () => {
    FakeIntersectionObserver.move(false);
    const far = shown({ controls: settings() });
    const printed = shown();
    enter(far.node.querySelector('input')!, '7');
    FakeResizeObserver.resize(700);
    expect([far.draw, printed.draw].map((draw) => draw.mock.calls.length)).toEqual([0, 0]);
    expect(far.node.classList.contains('undrawn')).toBe(true);
    FakeIntersectionObserver.move(true);
    expect(far.plot()).toBe('{"step":7,"smooth":false} at 700');

    FakeIntersectionObserver.move(false);
    const below = shown();
    expect(below.draw).not.toHaveBeenCalled();
    document.defaultView!.dispatchEvent(new Event('beforeprint'));
    expect(below.draw).toHaveBeenCalledTimes(1);
    FakeIntersectionObserver.move(true);
    expect(below.draw).toHaveBeenCalledTimes(1);
  });

  it('draws anew on input and keeps the control, its focus and its place', () => {
    const { node, plot } = shown({ controls: settings() });
    const field = node.querySelector('input')!;
    field.focus();
    enter(field, '7');
    expect(plot()).toBe('{"step":7,"smooth":false} at 640');
    expect(node.querySelector('input')).toBe(field);
    expect(document.activeElement).toBe(field);
    expect(document.body.firstChild).toBe(node);
  });

  it('repeats a control of another figure, and both move together', () => {
    const one = step();
    const first = shown({ id: 'first', controls: form({ step: one }) });
    const second = shown({ id: 'second', controls: form({ step: one.again() }) });
    enter(second.node.querySelector('input')!, '8');
    expect([first.plot(), second.plot()]).toEqual(['{"step":8} at 640', '{"step":8} at 640']);
    expect(first.node.querySelector('output')!.textContent).toBe('8');
    enter(first.node.querySelector('input')!, '2');
    expect(second.plot()).toBe('{"step":2} at 640');
    expect(second.draw).toHaveBeenCalledTimes(3);
  });

  it('says in its text alternative what is chosen, in the words of the controls', () => {
    const controls = form({
      data: select('Data', { Bikes: 'bike', Houses: 'house' }),
      smooth: toggle('smooth'),
    });
    const { node } = shown({
      controls,
      alternative: ({ data }: { data: string }) => (data === 'bike' ? 'A falling line.' : 'A rising line.'),
    });
    const said = () => node.querySelector('[role=img]')!.getAttribute('aria-label');
    expect(said()).toBe('A falling line. Chosen: Data, Bikes; smooth, no.');
    const list = node.querySelector('select')!;
    list.selectedIndex = 1;
    list.dispatchEvent(new Event('input', { bubbles: true }));
    expect(said()).toBe('A rising line. Chosen: Data, Houses; smooth, no.');
    expect(node.querySelector('.chosen')!.textContent).toBe('Chosen: Data, Houses; smooth, no.');
  });

  it('keeps three controls in sight and hears those that are folded away', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const numbers = (some: string[]) =>
      form(
        Object.fromEntries(some.map((name) => [name, range(name, { min: 0, max: 9, step: 1, value: 4 })])),
      );
    const { node, plot } = shown({ controls: form({ few: numbers(['a']), many: numbers(names.slice(1)) }) });
    const folded = node.querySelector('details.more')!;
    expect([...folded.querySelectorAll('label')].map(({ textContent }) => textContent)).toEqual(['d', 'e']);
    enter(folded.querySelector('input')!, '9');
    expect(plot()).toBe('{"few":{"a":4},"many":{"b":4,"c":4,"d":9,"e":4}} at 640');
  });

  it('folds away nothing where there are three controls', () => {
    expect(shown({ controls: settings() }).node.querySelector('details.more')).toBeNull();
  });

  it('takes a title and a caption from the drawing, and its own where there is none', () => {
    let title: string | undefined = 'Step 4.';
    const controls = settings();
    const { node } = shown({ controls, draw: () => ({ plot: document.createElement('svg'), title }) });
    expect(node.querySelector('figcaption p')!.textContent).toBe('Step 4. A caption.');
    title = undefined;
    enter(controls.querySelector('input')!, '5');
    expect(node.querySelector('figcaption p')!.textContent).toBe('One. A caption.');
  });

  it('has its title above it where that says what is to be seen, and names itself by it', () => {
    const { node } = shown({
      titleFirst: true,
      draw: () => ({ plot: document.createTextNode(''), title: 'It falls.' }),
    });
    const title = node.querySelector('.figure-title')!;
    expect(title.textContent).toBe('It falls.');
    expect(title.nextElementSibling!.className).toBe('plot');
    expect(node.querySelector('figcaption p')!.textContent).toBe('A caption.');
    expect(node.querySelector(`#${node.getAttribute('aria-labelledby')}`)!.textContent).toBe('It falls.');
  });

  it('says what went wrong in the place of the figure, and draws again once that is over', () => {
    const controls = settings();
    const { node } = shown({
      controls,
      draw: ({ step }) => {
        if (step > 5) throw new RangeError(`no step ${step}`);
        return document.createTextNode('fine');
      },
    });
    const alert = node.querySelector<HTMLElement>('[role=alert]')!;
    const plot = node.querySelector<HTMLElement>('.plot')!;
    expect([alert.hidden, plot.hidden]).toEqual([true, false]);
    enter(controls.querySelector('input')!, '6');
    expect(alert.textContent).toBe('This figure could not be drawn: no step 6');
    expect([alert.hidden, plot.hidden]).toEqual([false, true]);
    enter(controls.querySelector('input')!, '5');
    expect([alert.hidden, plot.hidden, plot.textContent]).toEqual([true, false, 'fine']);
  });

  it('watches nothing any more once it is taken off the page', () => {
    const controls = settings();
    const { node, draw } = shown({ controls });
    node.remove();
    FakeResizeObserver.resize(0);
    expect(FakeResizeObserver.watching.size).toBe(0);
    enter(controls.querySelector('input')!, '8');
    expect(draw).toHaveBeenCalledTimes(1);
  });
});
