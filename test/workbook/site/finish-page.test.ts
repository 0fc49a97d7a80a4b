import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { finishPage } from '../../../kernels/workbook/site/finish-page.js';
import { facts } from './facts.js';

/** A page as Framework's build makes it, as far as that matters. */
const page = (title: string, body: string) => `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<title>${title}</title>
<script type="module">

import {define} from "./_observablehq/client.js";

define({});

</script>
</head>
<body>
<main id="observablehq-main">
${body}</main>
</body>
</html>
`;

const site = 'https://example.org/litmus/';
const paper = (address?: string) =>
  finishPage(page('A &amp; B | Litmus', '<p>Text.</p>'), { path: '/papers/cs-ib', facts }, address);

function headOf(html: string) {
  const { document } = new JSDOM(html).window;
  const metas = new Map(
    Array.from(document.querySelectorAll('meta'), (meta) => [
      meta.getAttribute('property') ?? meta.name,
      meta.content,
    ]),
  );
  const content = (name: string) => metas.get(name);
  const things = JSON.parse(document.querySelector('script[type="application/ld+json"]')!.textContent!) as {
    '@graph': Record<string, unknown>[];
  };
  return { document, content, things: things['@graph'] };
}

describe('a finished page', () => {
  it('says its language, can be zoomed, and keeps the rest', () => {
    const { document, content } = headOf(paper());
    expect(document.documentElement.lang).toBe('en');
    expect(content('viewport')).toBe('width=device-width, initial-scale=1');
    expect(document.querySelector('script[type=module]')!.textContent).toContain('\ndefine({});\n');
  });

  it('of a paper says what was found, with the whole address of the page and of its card', () => {
    const { document, content } = headOf(paper(site));
    expect(document.title).toBe(
      '“Cauchy-Schwarz Divergence Information Bottleneck for Regression”, put to the test | Litmus',
    );
    expect(content('description')).toBe('We found: They fall & rise. The paper says: Errors fall.');
    expect(content('og:description')).toBe(content('description'));
    expect(document.querySelector('link[rel=canonical]')!.getAttribute('href')).toBe(`${site}papers/cs-ib`);
    expect(content('og:url')).toBe(`${site}papers/cs-ib`);
    expect(content('og:image')).toBe(`${site}cards/cs-ib.png`);
  });

  it('names no address where the site has none', () => {
    const { document, content, things } = headOf(paper());
    expect(document.querySelector('link[rel=canonical], link[rel=alternate]')).toBeNull();
    expect(content('og:image')).toBeUndefined();
    expect(JSON.stringify(things)).not.toContain('example.org');
  });

  it('tells machines of the paper, of each of its claims that was tested, and of the data', () => {
    const { things } = headOf(paper(site));
    expect(things.map((thing) => thing['@type'])).toEqual([
      'ScholarlyArticle',
      'ClaimReview',
      'ClaimReview',
      'Dataset',
    ]);
    expect(things[2]).toMatchObject({
      url: `${site}papers/cs-ib#claim-b`,
      claimReviewed: 'x < y & "z".',
      datePublished: '2026-11-26',
      reviewRating: { ratingValue: 1, worstRating: 1, bestRating: 3, alternateName: 'not reproduced' },
    });
  });

  it('of another kind opens with its lead, and the front page says what Litmus is', () => {
    const body =
      '<h1>Litmus</h1>\n<p>No.</p>\n<p class="lead">Papers &amp; <em>claims</em>,\nput to the test.</p>';
    const { document, content } = headOf(finishPage(page('Litmus', body), { path: '/index' }, site));
    expect(content('description')).toBe('Papers & claims, put to the test.');
    expect(content('og:url')).toBe(site);
    expect(document.title).toBe('Litmus: papers of information theory, put to the test');
    const claims = headOf(finishPage(page('Claims | Litmus', body), { path: '/claims' }, site));
    expect(claims.document.title).toBe('Claims | Litmus');
  });

  it('cannot be made of what Framework never made', () => {
    expect(() => finishPage('<html lang="de">', { path: '/index' })).toThrow('<html> is not there');
  });
});
