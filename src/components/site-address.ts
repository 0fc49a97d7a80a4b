/** What stands in code where no page knows yet under which address the site will be found. */
const placeholder = 'https://<site>/';

/**
 * Puts the address of the site itself into the code of a page, so that what is copied there works as it stands.
 *
 * @param page whose code blocks are read
 * @param root of the site, with a slash at its end
 */
export function fillSiteAddress(page: ParentNode, root: URL): void {
  for (const code of page.querySelectorAll('pre code')) {
    const texts = code.ownerDocument.createNodeIterator(code, 4 /* SHOW_TEXT */);
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      text.nodeValue = text.nodeValue!.replaceAll(placeholder, root.href);
  }
}
