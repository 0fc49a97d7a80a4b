import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { range, toggle } from '../../src/components/control.js';
import { figure, type FigureOptions } from '../../src/components/figure.js';
import { form } from '../../src/components/form.js';
import { emptyPage } from './page.js';

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

beforeEach(() => {
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

const settings = () =>
  form({ step: range('Step', { min: 0, max: 9, step: 1, value: 4 }), smooth: toggle('smooth') });

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

  it('hears controls that stand elsewhere', () => {
    const elsewhere = settings();
    const { draw, node } = shown({ also: [elsewhere] });
    expect(node.querySelector('input')).toBeNull();
    enter(elsewhere.querySelector('input')!, '8');
    expect(draw).toHaveBeenCalledTimes(2);
  });

  it('takes a title and a caption from the drawing, and its own where there is none', () => {
    let title: string | undefined = 'Step 4.';
    const controls = settings();
    const { node } = shown({ controls, draw: () => ({ plot: document.createElement('svg'), title }) });
    expect(node.querySelector('figcaption')!.textContent).toBe('Step 4. A caption.');
    title = undefined;
    enter(controls.querySelector('input')!, '5');
    expect(node.querySelector('figcaption')!.textContent).toBe('One. A caption.');
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
    const elsewhere = settings();
    const { node, draw } = shown({ also: [elsewhere] });
    node.remove();
    FakeResizeObserver.resize(0);
    expect(FakeResizeObserver.watching.size).toBe(0);
    enter(elsewhere.querySelector('input')!, '8');
    expect(draw).toHaveBeenCalledTimes(1);
  });
});
