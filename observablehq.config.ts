import { existsSync, readdirSync } from 'node:fs';
import { cellMistakes } from './kernels/workbook/cell-mistakes.js';
import { dynamicPaths } from './kernels/workbook/dynamic-paths.js';
import { formulas, type MarkdownIt } from './kernels/workbook/formulas.js';
import { headingIn } from './kernels/workbook/heading.js';
import { loaderCommand } from './kernels/workbook/loader-command.js';
import { pageFooter, pageHead, pageHeader } from './kernels/workbook/page-frame.js';
import { fillParts, readParts } from './kernels/workbook/parts/fill-parts.js';
import { proseIn, readPageFacts } from './kernels/workbook/prose.js';
import { reserveHeights } from './kernels/workbook/reserved-height.js';
import { repositoryAddress, siteAddress } from './kernels/workbook/site/addresses.js';
import { shelf } from './src/lib/shelf/shelf.js';

const papersWithPage = shelf.filter(({ slug }) => existsSync(`src/papers/${slug}.md`));

/** Put there by the workbook's preparation, from the font packages. */
const fonts = (readdirSync('src/fonts', { recursive: true }) as string[]).filter((file) =>
  /\.\w+$/.test(file),
);

/** What loaders have computed for papers’ pages. */
const facts = readPageFacts('src/.observablehq/cache');
const prose = proseIn(facts);
const heading = headingIn(facts, papersWithPage, repositoryAddress());

/** What loaders have drawn of pages ahead of time. */
const parts = fillParts(readParts('src/.observablehq/cache'));

export default {
  title: 'Litmus',
  root: 'src',
  output: 'dist',
  /** Where the site will live on its host, for the page that is shown for an unknown address. */
  base: new URL(siteAddress() ?? 'http://localhost/').pathname,
  style: 'style.css',
  // Framework's default is a web font: ours is served from the site itself.
  globalStylesheets: [],
  async *dynamicPaths() {
    for (const file of fonts) yield `/fonts/${file}`;
    yield* dynamicPaths();
  },
  // A header with three links serves better than a sidebar: the shelf is the list of papers, and searches them.
  sidebar: false,
  pager: false,
  pages: [
    { name: 'Claims', path: '/claims' },
    { name: 'How we judge', path: '/how-we-judge' },
    { name: 'Your data', path: '/estimate' },
    { name: 'Estimators', path: '/estimators' },
    { name: 'Notebooks', path: '/notebooks' },
    { name: 'Library', path: '/library' },
    ...papersWithPage.map(({ slug, title }) => ({ name: title, path: `/papers/${slug}` })),
  ],
  toc: { show: true, label: 'On this page' },
  head: pageHead,
  header: pageHeader,
  footer: pageFooter,
  typographer: false,
  markdownIt: (md: MarkdownIt) => reserveHeights(cellMistakes(parts(heading(prose(formulas(md)))))),
  /** What makes files for pages: Framework appends a loader's path, and for a paper `--paper=… --table=…`. */
  interpreters: {
    '.litmus': [...loaderCommand, 'emit'],
    '.ipynb': [...loaderCommand, 'notebook'],
  },
};
