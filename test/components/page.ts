import { JSDOM } from 'jsdom';
import { afterAll, beforeAll } from 'vitest';

/** What components reach for of a browser's globals. */
const names = ['document', 'Node', 'Event', 'HTMLElement'] as const;

/** In the place of the browser's, which lays nothing out here: all is near, unless a test says that it is not. */
export class FakeIntersectionObserver {
  static isNear = true;
  static readonly watching = new Set<FakeIntersectionObserver>();
  constructor(private readonly heard: (entries: { isIntersecting: boolean }[]) => void) {}
  observe() {
    FakeIntersectionObserver.watching.add(this);
    this.tell();
  }
  disconnect() {
    FakeIntersectionObserver.watching.delete(this);
  }
  private tell() {
    this.heard([{ isIntersecting: FakeIntersectionObserver.isNear }]);
  }
  /** Everything comes near, or goes far away. */
  static move(isNear: boolean) {
    FakeIntersectionObserver.isNear = isNear;
    for (const one of FakeIntersectionObserver.watching) one.tell();
  }
}

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
  Object.assign(window, { IntersectionObserver: FakeIntersectionObserver });
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
