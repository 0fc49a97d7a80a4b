import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { group } from 'd3-array';

/** A place within the site that does not exist, and the pages with links to it. */
export interface BrokenLink {
  /** `/papers/cs-ib#figure-errors`. */
  readonly target: string;
  readonly from: readonly string[];
}

/** A page as it was built. */
interface BuiltPage {
  readonly anchors: ReadonlySet<string>;
  /** Where its links within the site lead: addresses from the site's root. */
  readonly links: ReadonlySet<string>;
}

/** Links of a built site that lead nowhere in it: to no page, no file, or no place of a page. */
export async function brokenLinks(folder: string): Promise<BrokenLink[]> {
  const files = (await readdir(folder, { recursive: true })).map(
    (file) => `/${file.split(path.sep).join('/')}`,
  );
  const there = new Set(files);
  const pages = new Map<string, BuiltPage>();
  for (const file of files)
    if (file.endsWith('.html'))
      pages.set(file, builtPage(file, await readFile(path.join(folder, file), 'utf8')));
  /** The page or file that is not there, or the place that the page lacks. */
  const lacking = (target: string) => {
    const [place, anchor] = target.split('#');
    const file = [place, `${place}.html`, `${place}index.html`].find((name) => there.has(name));
    if (file === undefined) return place;
    return !anchor || (pages.get(file)?.anchors.has(anchor) ?? true) ? undefined : target;
  };
  const broken = [...pages].flatMap(([file, { links }]) => {
    const targets = new Set(Array.from(links, lacking).filter((target) => target !== undefined));
    return Array.from(targets, (target) => ({ target, from: pageName(file) }));
  });
  return Array.from(
    group(broken, ({ target }) => target),
    ([target, links]) => ({ target, from: links.map(({ from }) => from) }),
  );
}

const pageName = (file: string) => file.replace(/(?:index)?\.html$/, '');

/** Reads what the build has written, where every value stands in double quotes. */
function builtPage(file: string, html: string): BuiltPage {
  const text = html.replace(/<script\b[^]*?<\/script>/g, '');
  const anchors = new Set(Array.from(text.matchAll(/<[^>]*\s(?:id|name)="([^"]*)"/g), ([, name]) => name));
  const site = new URL('http://site/');
  const links = Array.from(text.matchAll(/<a\b[^>]*\shref="([^"]*)"/g), ([, href]) =>
    href.replaceAll('&amp;', '&'),
  )
    .filter((href) => URL.canParse(href, new URL(file, site)))
    .map((href) => new URL(href, new URL(file, site)))
    .filter(({ origin }) => origin === site.origin)
    .map(({ pathname, hash }) => decodeURIComponent(pathname + hash));
  return { anchors, links: new Set(links) };
}
