import { JSDOM } from 'jsdom';
import { afterAll, beforeAll } from 'vitest';

/** What components reach for of a browser's globals. */
const names = ['document', 'Node', 'Event', 'HTMLElement'] as const;

/** An empty page for the tests of a file, as a browser would give: its globals are there while they run. */
export function emptyPage() {
  const { window } = new JSDOM('', { url: 'http://localhost/' });
  // jsdom paints no canvas; the ramp of a legend is one, and so is a raster.
  const context = {
    fillRect() {},
    putImageData() {},
    createImageData: (width: number, height: number) => ({ data: new Uint8ClampedArray(4 * width * height) }),
  };
  const canvas = { getContext: () => context, toDataURL: () => '' };
  Object.assign(window.HTMLCanvasElement.prototype, canvas);
  beforeAll(() => {
    // Plot looks for a page there.
    Object.assign(globalThis, { window });
    for (const name of names) Object.assign(globalThis, { [name]: window[name] });
  });
  afterAll(() => {
    for (const name of ['window', ...names]) Reflect.deleteProperty(globalThis, name);
  });
  return window;
}
