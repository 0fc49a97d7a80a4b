import { createMarkdownIt, parseMarkdown } from '@observablehq/framework/dist/markdown.js';
import { describe, expect, it } from 'vitest';
import { headingIn } from '../../kernels/workbook/heading.js';
import { proseMistakes } from '../../kernels/workbook/prose.js';
import type { PageFacts, ScaledAnswer } from '../../src/lib/claims/page-facts.js';
import { shelf } from '../../src/lib/shelf/shelf.js';
import type { ShelfPaper } from '../../src/lib/shelf/shelf-paper.js';
import { claimFacts } from './site/facts.js';

const claim = claimFacts({});

const answer: ScaledAnswer = {
  says: 'Errors fall & rise.',
  found: { text: 'They fall.', holds: { 'a is reproduced': true }, claims: ['a'] },
  because: { text: 'They are means.', holds: {} },
  differs: { reduced: 'ten of a hundred', 'stand-in': 'toys' },
  scales: ['reduced', 'stand-in'],
};

const facts: PageFacts = {
  values: {},
  problems: [],
  claims: [claim, { ...claim, id: 'b', verdict: 'not reproduced' }, { ...claim, id: 'c', origin: 'ours' }],
  answer,
  amendments: [],
  responses: [],
};

/** The body of a page as it is served, before any script. */
function body(source: string, page: string, given?: PageFacts, papers: readonly ShelfPaper[] = []): string {
  const md = createMarkdownIt({ markdownIt: headingIn(() => given, papers) });
  return parseMarkdown(source, { md, path: page }).body;
}

const words = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const title = '# A title\n\nText.';

describe('the heading of a paper’s page', () => {
  it('says below the title, before any text, who wrote it, the answer, and the verdicts of its own claims', () => {
    expect(words(body(title, '/papers/cs-ib', facts))).toMatch(
      /^A title Shujian Yu, .* ICLR 2024 · .* The paper says Errors fall &amp; rise\. We found They fall\. At reduced scale : ten of a hundred; on stand-ins : toys\. Because They are means\. 1 reproduced 1 not reproduced what they mean Not counted: 1 claim beyond the paper, 1 reproduced\. Text\.$/,
    );
  });

  it('links to the paper', () => {
    expect(body(title, '/papers/cs-ib', facts)).toContain('<a href="https://arxiv.org/abs/2404.17951">');
  });

  it('strikes through what the claims deny, and the build finds it', () => {
    const found = { ...answer.found, holds: { 'a is reproduced': true, 'b is reproduced': false } };
    const denied = body(title, '/papers/cs-ib', { ...facts, answer: { ...answer, found } });
    expect(proseMistakes(denied)).toEqual(['answer: it no longer holds that b is reproduced']);
    expect(proseMistakes(body(title, '/papers/cs-ib', facts))).toEqual([]);
  });

  it('has authors and links where nothing has been computed, and says nothing of verdicts', () => {
    const text = words(body(title, '/papers/cs-ib'));
    expect(text).toMatch(/^A title Shujian Yu, .* Text\.$/);
    expect(text).not.toContain('We found');
    expect(text).not.toContain('judged');
  });

  it('shows what authors answer below the heading of the claims, as text, and how they can below the claims', () => {
    const response = {
      date: '2026-12-01',
      author: 'A. & B.',
      claims: ['b'],
      paragraphs: ['One & two.', 'Three.'],
    };
    const page = '# A title\n\n## Claims\n\nThe table.\n\n## More\n\nText.';
    const given = { ...facts, responses: [response] };
    const text = words(body(page, '/papers/cs-ib', given)).replace(/^.*(?= Claims )/, '');
    expect(text).toBe(
      ' Claims A. &amp; B. answers (2026-12-01), on: It falls. One &amp; two. Three. The table. ' +
        'One verdict contradicts the paper. Its authors can answer here, beside the claims: in a file responses/cs-ib.md ' +
        'of the repository. Whoever thinks that a criterion is unfair can say why. More Text.',
    );
    expect(body(page, '/papers/cs-ib', given)).toContain('href="#claim-b"');
    const md = createMarkdownIt({ markdownIt: headingIn(() => facts, [], 'https://example.org/litmus') });
    expect(parseMarkdown(page, { md, path: '/papers/cs-ib' }).body).toContain(
      'href="https://example.org/litmus/issues/new?template=criterion.yml"',
    );
  });

  it('says how many claims were not checked against the paper’s text', () => {
    const claims = facts.claims.map((one, index) =>
      index < 2 ? { ...one, source: 'memory' as const } : one,
    );
    expect(words(body('# T\n\n## Claims', '/papers/cs-ib', { ...facts, claims }))).toContain(
      'What the paper says in 2 of the 3 claims is quoted from memory and was not checked against its text',
    );
  });

  it('has at the foot the ways to other papers, computed or not', () => {
    const page = '# A title\n\n## Claims\n\n## Cite\n\nText.';
    for (const given of [facts, undefined]) {
      const html = body(page, '/papers/cs-ib', given, shelf.slice(0, 2));
      expect(words(html)).toMatch(/ Text\. On the shelf All papers Next paper [^.]*$/);
      expect(html).toContain(`href="./${shelf[1].slug}"`);
    }
    expect(body(page, '/papers/cs-ib', facts)).not.toContain('<nav');
  });

  it('leaves other pages as they are, and no document behind', () => {
    expect(words(body(title, '/claims', facts))).toBe('A title Text.');
    expect('document' in globalThis).toBe(false);
  });
});
