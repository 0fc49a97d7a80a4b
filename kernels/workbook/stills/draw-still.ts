import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { JSDOM } from 'jsdom';
import type { FirstFigure } from './first-figure.js';

/** Pixels of a figure's column in a wide window (of 1280 px) and on a phone (of 390 px). */
const widths = { wide: 704, narrow: 358 };

/** What components reach for of a browser's globals. */
const names = [
  'document',
  'Node',
  'HTMLElement',
  'location',
  'history',
  'Event',
  'CustomEvent',
  'AbortController',
  'getComputedStyle',
] as const;

/** In the place of the browser's: a page whose width we say. */
class SaidWidth {
  private static readonly watching = new Set<SaidWidth>();
  constructor(private readonly heard: (entries: { contentRect: { width: number } }[]) => void) {}
  observe() {
    SaidWidth.watching.add(this);
  }
  disconnect() {
    SaidWidth.watching.delete(this);
  }
  static say(width: number) {
    for (const { heard } of SaidWidth.watching) heard([{ contentRect: { width } }]);
  }
  static forget() {
    SaidWidth.watching.clear();
  }
}

/** In the place of the browser's: all is near. */
class AllNear {
  constructor(private readonly heard: (entries: { isIntersecting: boolean }[]) => void) {}
  observe() {
    this.heard([{ isIntersecting: true }]);
  }
  disconnect() {}
}

let window: JSDOM['window'] | undefined;

/** Makes this process a browser, as far as figures ask: it cannot be taken back. */
function becomeBrowser(): JSDOM['window'] {
  // Nothing waits for the first screen where an address names a place.
  const dom = new JSDOM('', { url: 'http://localhost/#still', pretendToBeVisual: true });
  const define = (to: object, name: string, value: unknown) =>
    Object.defineProperty(to, name, { value, configurable: true, writable: true });
  define(dom.window, 'IntersectionObserver', AllNear);
  for (const name of names) define(globalThis, name, dom.window[name]);
  define(globalThis, 'window', dom.window);
  define(globalThis, 'ResizeObserver', SaidWidth);
  define(globalThis, 'requestAnimationFrame', (act: () => void) => act());
  const fetchElsewhere = globalThis.fetch;
  globalThis.fetch = async (address, options) =>
    String(address).startsWith('file:')
      ? new Response(await readFile(fileURLToPath(String(address))))
      : fetchElsewhere(address, options);
  return dom.window;
}

/**
 * Draws the first figure of a page as readers see it who touch nothing, in a wide window and on a phone.
 *
 * @param figure its code and files
 * @param folder in which its files lie: Framework's cache
 * @returns HTML without a script, whose style sheet shows one of the two drawings
 * @throws {Error} where the code fails, or displays no figure
 */
export async function drawStill({ code, files }: FirstFigure, folder: string): Promise<string> {
  const { document } = (window ??= becomeBrowser());
  document.body.replaceChildren();
  SaidWidth.forget();
  const cell = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    readonly default: (given: object) => Promise<void>;
  };
  const fileOf = (name: string) => files.find((file) => name.endsWith(file))!;
  await cell.default({
    display: (node: Node) => document.body.append(node),
    FileAttachment: (name: string) => ({ href: pathToFileURL(path.join(folder, fileOf(name))).href }),
    // Read by cells further down alone.
    Generators: { input: () => undefined },
  });
  const frame = document.querySelector('figure.frame');
  if (!frame) throw new Error('the first figure of the page displays no figure');
  const drawings = Object.entries(widths).map(([name, width]) => {
    SaidWidth.say(width);
    const error = frame.querySelector('[role=alert]:not([hidden])');
    if (error) throw new Error(error.textContent!);
    const drawing = document.createElement('div');
    drawing.className = name;
    drawing.append(...frame.querySelector('.plot > div')!.cloneNode(true).childNodes);
    return drawing;
  });
  frame.querySelector('.plot > div')!.replaceChildren(...drawings);
  for (const line of frame.querySelectorAll('path[d]'))
    line.setAttribute('d', sparse(line.getAttribute('d')!));
  return rounded(stillOf(frame).outerHTML);
}

/** Pixels between two points of a line: more of them are not seen, and make up most of a drawing of many lines. */
const apart = 2;

/** A line without the points that lie near to the one before; a path of curves or areas stays as it is. */
function sparse(path: string): string {
  if (!/^M[-\d.,]+(?:L[-\d.,]+){8,}$/.test(path)) return path;
  const points = path.slice(1).split('L');
  let [lastX, lastY] = [Infinity, Infinity];
  const kept = points.filter((point, at) => {
    const [x, y] = point.split(',').map(Number);
    if (at < points.length - 1 && Math.hypot(x - lastX, y - lastY) < apart) return false;
    [lastX, lastY] = [x, y];
    return true;
  });
  return `M${kept.join('L')}`;
}

/** Coordinates to a tenth of a pixel: more is not seen, and makes up most of a drawing. */
function rounded(html: string): string {
  return html.replace(/ (?:d|transform|points|[xy][12]?|c[xy]|r|width|height)="[^"]*"/g, (attribute) =>
    attribute.replace(/-?\d*\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10)),
  );
}

/** A figure that answers to nothing: with what is chosen, without what can be done with it. */
function stillOf(frame: Element): Element {
  for (const one of frame.querySelectorAll(
    '.travel, .provenance, [role=alert], [role=status], :empty:is(div, p)',
  ))
    if (!one.closest('.plot')) one.remove();
  for (const input of frame.querySelectorAll('input')) {
    input.toggleAttribute('checked', input.checked);
    if (input.type !== 'checkbox' && input.type !== 'radio') input.setAttribute('value', input.value);
    // One of the same name would be of the same group as that of the figure which comes.
    input.removeAttribute('name');
  }
  for (const option of frame.querySelectorAll('option')) option.toggleAttribute('selected', option.selected);
  frame.querySelector('.controls')?.setAttribute('inert', '');
  // Names are those of the figure which comes; within a drawing they are its own.
  for (const one of [frame, ...frame.querySelectorAll(':not(.plot *)')])
    for (const name of ['id', 'for', 'aria-labelledby', 'aria-describedby']) one.removeAttribute(name);
  frame.classList.add('still');
  return frame;
}
