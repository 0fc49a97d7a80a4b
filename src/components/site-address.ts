import { element } from './element.js';

/** What stands in code where no page knows yet under which address the site will be found. */
const placeholder = 'https://<site>/';

/**
 * Puts the address of the site itself into the code of a page, so that what is copied there works as it stands.
 *
 * @param page whose code blocks are read
 * @param root of the site, with a slash at its end
 */
export function fillSiteAddress(page: ParentNode, root: URL): void {
  for (const code of page.querySelectorAll('pre code'))
    for (const text of textsOf(code)) {
      if (!text.data.includes(placeholder)) continue;
      // A narrow window breaks addresses behind their slashes, not within words.
      const parts = text.data.replaceAll(placeholder, root.href).split(/(?<=\w\/)/);
      text.replaceWith(...parts.flatMap((part) => [part, element('wbr')]));
    }
}

function textsOf(node: Node): Text[] {
  return [...node.childNodes].flatMap((child) =>
    child.nodeType === Node.TEXT_NODE ? (child as Text) : textsOf(child),
  );
}
