import { pieces } from '../lib/text/scripts.js';
import { type Content, element } from './element.js';

/** Plain text with its subscripts and powers set: `D_CS` becomes D with a small CS below. */
export function prose(text: string): Content {
  return pieces(text).map(({ text, as }) => (as === 'text' ? text : element(as, {}, text)));
}
