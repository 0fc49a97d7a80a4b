import { element } from './element.js';

/** Saves content as a file, through the browser's own dialogue. */
export function save(file: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  element('a', { href: address, download: file }).click();
  URL.revokeObjectURL(address);
}
