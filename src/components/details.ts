import { type Content, element } from './element.js';

/** Content that a reader opens: what is there for completeness and would keep the eye from the figure. */
export function details(summary: string, content: Content): HTMLElement {
  return element('details', {}, element('summary', {}, summary), content);
}
