import { JSDOM } from 'jsdom';

/** What the components that make elements reach for of a browser's globals. */
const names = ['document', 'Node'] as const;

/** One for all that is rendered, since nothing is put into its document: making it takes longer than most elements do. */
let dom: JSDOM | undefined;

/**
 * The HTML that a component makes, for a page that shows it without a script. Listeners are lost: what answers to the
 * reader is made in the browser.
 */
export function rendered(make: () => Element): string {
  const { window } = (dom ??= new JSDOM(''));
  const before = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const name of names)
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  try {
    return make().outerHTML;
  } finally {
    for (const [name, descriptor] of before)
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
  }
}
