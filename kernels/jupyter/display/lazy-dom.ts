import { createRequire } from 'node:module';
import type * as jsdom from 'jsdom';
import { installPixelCanvas } from './pixel-canvas.js';

/**
 * What D3, Plot, htl and Inputs ask for by name. Not `window`: where there is one, TensorFlow.js and Emscripten take
 * the machine for a browser. Not `Event`: Node has its own, which its own event targets insist on.
 */
const classNames = [
  'Node',
  'Element',
  'HTMLElement',
  'SVGElement',
  'Text',
  'DocumentFragment',
  'NodeList',
  'HTMLCollection',
  'NodeFilter',
  'MutationObserver',
  'DOMParser',
  'XMLSerializer',
] as const;

/**
 * Gives a global object a `document` and the DOM's classes, which load jsdom (about 0.4 s) when they are first used.
 * What is there already stays.
 */
export function installLazyDom(target: object = globalThis): void {
  let loaded: jsdom.DOMWindow | undefined;
  const load = () => (loaded ??= openWindow());
  if (!('document' in target)) {
    const early = untilUsed(() => load().document);
    defineLazily(target, 'document', () => loaded?.document ?? early);
  }
  for (const name of classNames) if (!(name in target)) defineLazily(target, name, () => load()[name]);
}

function openWindow(): jsdom.DOMWindow {
  const require = createRequire(import.meta.url);
  const { JSDOM } = require('jsdom') as typeof jsdom;
  const { window } = new JSDOM('');
  installPixelCanvas(window);
  return window;
}

/**
 * Stands for the document as long as none is loaded. Bundled libraries ask at once which script they are in; no
 * script of a document is the answer, and that much needs no jsdom.
 */
function untilUsed(load: () => Document): Document {
  return new Proxy({} as Document, {
    get(_, name) {
      if (name === 'currentScript') return null;
      const document = load();
      const value: unknown = Reflect.get(document, name);
      // A method of the DOM refuses any other object than its document.
      return typeof value === 'function' && name !== 'constructor' ? value.bind(document) : value;
    },
    set: (_, name, value) => Reflect.set(load(), name, value),
    has: (_, name) => Reflect.has(load(), name),
    getPrototypeOf: () => Reflect.getPrototypeOf(load()),
  });
}

/** A property that may be assigned to, like any other. */
function defineLazily(target: object, name: string, get: () => unknown): void {
  Object.defineProperty(target, name, {
    configurable: true,
    get,
    set(value: unknown) {
      Object.defineProperty(target, name, { configurable: true, writable: true, value });
    },
  });
}
