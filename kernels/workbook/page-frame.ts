import { createRequire } from 'node:module';
import { kernelMeta } from '../../src/lib/jupyter/offered.js';
import { repositoryMeta } from '../../src/lib/shelf/repository.js';
import { versionMeta } from '../../src/lib/shelf/version.js';
import { previewVariable } from './framework-child.js';
import { repositoryAddress } from './site/addresses.js';
import { escapeMarkup } from './site/escape-markup.js';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/** What Framework tells about a page, apart from its body. */
interface Page {
  /** `/papers/cs-ib` */
  readonly path: string;
}

/** The way from a page up to the root of the site, which may live below a path of its host. */
const up = ({ path }: Page) => '../'.repeat(path.split('/').length - 2) || './';

/** The address, seen from a page, of a file in `src/fonts`, which Framework serves elsewhere in its preview. */
export function fontAddress(page: Page, file: string): string {
  return (isPreview() ? '/_file/fonts/' : `${up(page)}fonts/`) + file;
}

const isPreview = () => process.env[previewVariable] !== undefined;

/** Where the preview offers a kernel. The path is no secret: what lets a browser in stands in no page. */
export const kernelPath = '/_litmus/kernel';

/** Framework leaves out a page's language and forbids zooming: in the built site the files are mended, here the page. */
const corrections =
  `<script>document.documentElement.lang="en";` +
  `document.querySelector("meta[name=viewport]").content="width=device-width, initial-scale=1"</script>`;

/** Before anything is to be seen: an address that asks for one figure, `?embed=figure-errors`, gets that one alone. */
const alone =
  `<script>if(new URLSearchParams(location.search).has("embed"))` +
  `document.documentElement.classList.add("embed")</script>`;

/** What each page has in its head, with the fonts: Framework cannot bundle a style sheet that names one. */
export function pageHead(page: Page): string {
  const repository = repositoryAddress();
  // A font that came late would move all lines: it is asked for early, and else waits for the next page.
  const face = (name: string, style: string) =>
    `@font-face{font-family:"Source Serif 4";font-style:${style};font-weight:200 900;font-display:optional;` +
    `src:url(${fontAddress(page, `source-serif-4-${name}.woff2`)}) format("woff2")}`;
  // Where that is all there is, the serif of most Linux systems is a tenth too wide, and its bold more.
  const sized = (name: string, weight: string, style: string, size: number) =>
    `@font-face{font-family:"DejaVu Serif, sized";font-style:${style};font-weight:${weight};` +
    `src:local("${name}");size-adjust:${size}%}`;
  const fallbacks = [
    sized('DejaVu Serif', '200 500', 'normal', 91),
    sized('DejaVu Serif Bold', '501 900', 'normal', 84),
    sized('DejaVu Serif Italic', '200 900', 'italic', 91),
  ];
  return [
    `<meta name="color-scheme" content="light dark">`,
    `<meta name="${versionMeta}" content="${escapeMarkup(version)}">`,
    `<link rel="icon" type="image/svg+xml" href="/favicon.svg">`,
    ...(repository ? [`<meta name="${repositoryMeta}" content="${escapeMarkup(repository)}">`] : []),
    ...(isPreview() ? [`<meta name="${kernelMeta}" content="${kernelPath}">`, corrections] : []),
    `<link rel="external preload" as="font" type="font/woff2" crossorigin href="${fontAddress(page, 'source-serif-4-roman.woff2')}">`,
    `<style>${face('roman', 'normal')}${face('italic', 'italic')}${fallbacks.join('')}</style>`,
    alone,
    `<script type="module" src="/components/page-start.js"></script>`,
  ].join('\n');
}

export function pageHeader({ path }: Page): string {
  const link = (to: string, text: string) =>
    `<a href="${to}"${to === path.replace(/index$/, '') ? ' aria-current="page"' : ''}>${text}</a>`;
  return [
    `<a class="skip" href="#text">Skip to the text</a>`,
    `<a class="home" href="/">Litmus</a>`,
    `<nav aria-label="Site">${link('/', 'Papers')} ${link('/claims', 'Claims')} ${link('/estimate', 'Your data')} ${link('/estimators', 'Estimators')} ${link('/notebooks', 'Notebooks')}</nav>`,
    `<span id="text" tabindex="-1"></span>`,
  ].join('\n');
}

export function pageFooter(): string {
  const repository = repositoryAddress();
  const code = repository
    ? `<a href="${escapeMarkup(repository)}">code that you can run</a>`
    : 'code that you can run';
  return (
    'Litmus puts the information-theory literature to the test. Every number of ours on this page was computed ' +
    `by ${code}; what the papers say stands beside it, never mixed. MIT licence.<br>` +
    '<a href="/how-we-judge">How we judge</a> · <a href="/claims">All claims</a> · ' +
    '<a href="/library">Library</a> · <a href="/api">Data for programs</a>'
  );
}
