import { type Content, element } from './element.js';

/** Plain text with its subscripts set: `D_CS` becomes D with a small CS below. */
export function prose(text: string): Content {
  return text
    .split(/(?<=\b[A-Z])_([A-Za-z]+)/)
    .map((part, index) => (index % 2 === 0 ? part : element('sub', {}, part)));
}
