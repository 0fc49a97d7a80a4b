import { existsSync } from 'node:fs';
import { formulas } from './kernels/workbook/formulas.js';
import { pageHead, pageHeader, pageFooter } from './kernels/workbook/page-frame.js';
import { shelf } from './src/lib/shelf/shelf.js';

const papersWithPage = shelf.filter(({ slug }) => existsSync(`src/papers/${slug}.md`));

export default {
  title: 'Litmus',
  root: 'src',
  output: 'dist',
  /** Where the site will live, for the page that is shown for an unknown address. */
  base: process.env.LITMUS_BASE ?? '/',
  style: 'style.css',
  // Framework's default is a web font: ours is served from the site itself.
  globalStylesheets: [],
  dynamicPaths: ['/fonts/source-serif-4-roman.woff2', '/fonts/source-serif-4-italic.woff2'],
  // A header with two links serves better than a sidebar: the shelf is the list of papers, and searches them.
  sidebar: false,
  pager: false,
  pages: [
    { name: 'Claims', path: '/claims' },
    ...papersWithPage.map(({ slug, title }) => ({ name: title, path: `/papers/${slug}` })),
  ],
  toc: { show: true, label: 'On this page' },
  head: pageHead,
  header: pageHeader,
  footer: pageFooter,
  typographer: false,
  markdownIt: formulas,
  /** The one loader route: Framework appends its path and `--paper=… --table=…`. */
  interpreters: {
    '.litmus': [process.execPath, '--import', 'tsx', 'kernels/cli/main.ts', 'emit'],
  },
};
