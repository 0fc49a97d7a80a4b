import path from 'node:path';
import type { FileBuildEffects } from '@observablehq/framework/dist/build.js';
import type { PageFacts } from '../../../src/lib/claims/page-facts.js';
import { shelf } from '../../../src/lib/shelf/shelf.js';
import { exists } from '../../engine/exists.js';
import { workbook } from '../workbook.js';
import { siteAddress } from './addresses.js';
import { finishPage } from './finish-page.js';
import { paperOf } from './metadata.js';
import { writeSiteFiles } from './site-files.js';

/** Finds what a paper's page is made with; `undefined` where nothing has been computed. */
export type FindFacts = (slug: string) => PageFacts | undefined;

/** Has each page completed as Framework's build writes it. @param back puts what was put aside into a page again */
export function finishPages(
  effects: FileBuildEffects,
  find: FindFacts,
  back: (page: string) => string,
): void {
  const site = siteAddress();
  const write = effects.writeFile.bind(effects);
  effects.writeFile = (file, contents) => {
    if (!file.endsWith('.html') || typeof contents !== 'string') return write(file, contents);
    const page = file.slice(0, -'.html'.length);
    const slug = paperOf({ path: page });
    const facts = slug === undefined ? undefined : find(slug);
    return write(file, finishPage(back(contents), { path: page, facts }, site));
  };
}

/**
 * Writes what stands beside the pages of a built site.
 *
 * @param picture gives a paper's small picture as SVG; `undefined` where it has none, so that its card has none either
 */
export async function finishSite(
  folder: string,
  find: FindFacts,
  picture: (slug: string) => Promise<string | undefined>,
): Promise<void> {
  const facts = new Map<string, PageFacts>();
  for (const { slug } of shelf) {
    const found = find(slug);
    if (found && (await exists(path.join(workbook, 'papers', `${slug}.md`)))) facts.set(slug, found);
  }
  await writeSiteFiles({ folder, site: siteAddress(), facts, picture });
}
