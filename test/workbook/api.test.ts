import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { servePartedFile, shelf } from '../../kernels/engine/serve-parted.js';
import { apiFile, apiFiles, tablesByPaper } from '../../kernels/workbook/api/api-files.js';
import { claimsJson, tableAddress } from '../../kernels/workbook/api/claims-json.js';
import { claimsSchema, papersSchema } from '../../kernels/workbook/api/json-schema.js';
import type { papersJson } from '../../kernels/workbook/api/papers-json.js';
import { claimPaths, dynamicPaths } from '../../kernels/workbook/dynamic-paths.js';
import { claimsIn } from '../../kernels/workbook/judged-claims.js';
import { apiAnswer } from '../../kernels/workbook/parts/api-answer.js';
import { rendered } from '../../kernels/workbook/rendered.js';
import type { ClaimRow } from '../../src/components/claim-row.js';
import { shelfPaper } from '../../src/lib/shelf/shelf.js';
import { claimRow } from '../components/claim-row.js';

const ajv = new Ajv2020({ strict: true, allErrors: true });
const validClaims = ajv.compile(claimsSchema);
const validPapers = ajv.compile(papersSchema);

describe('the files for programs', () => {
  let claims: ReturnType<typeof claimsJson>;
  let papers: ReturnType<typeof papersJson>;
  let addresses: Set<string>;
  let rows: readonly ClaimRow[];

  beforeAll(async () => {
    ({ rows } = await claimsIn(await servePartedFile('claims', shelf)));
    claims = JSON.parse(await apiFile('claims.json', rows)) as typeof claims;
    papers = JSON.parse(await apiFile('papers.json', rows)) as typeof papers;
    addresses = new Set();
    for await (const address of dynamicPaths()) addresses.add(address);
    for (const address of await claimPaths()) addresses.add(address);
  }, 300_000);

  it('hold what their schemas say', () => {
    expect(validClaims(claims), JSON.stringify(validClaims.errors?.slice(0, 3))).toBe(true);
    expect(validPapers(papers), JSON.stringify(validPapers.errors?.slice(0, 3))).toBe(true);
    expect(claims.claims.length).toBeGreaterThan(100);
    expect(papers.papers).toHaveLength(33);
  });

  it('are served with their schemas', async () => {
    expect(JSON.parse(await apiFile('claims.schema.json', []))).toEqual(claimsSchema);
    expect(JSON.parse(await apiFile('papers.schema.json', []))).toEqual(papersSchema);
    expect(apiFiles.every((file) => addresses.has(`/api/${file}`))).toBe(true);
  });

  it('answer the first question of their page as it says', async () => {
    const { paper, id, statement, verdict, runs } = claims.claims.find(
      (claim) => claim.verdict === 'reproduced',
    )!;
    const shown = new JSDOM(rendered(() => apiAnswer(rows))).window.document.querySelector(
      'code',
    )!.textContent;
    expect(JSON.parse(shown)).toEqual({ paper, id, statement, verdict, measured: runs[0].measured });
    const page = await readFile('src/api.md', 'utf8');
    expect(page).toContain(
      `jq '.claims | map(select(.verdict == "reproduced"))[0] | {paper, id, statement, verdict, measured: .runs[0].measured}'`,
    );
    // What the page links to below `api/` is there.
    const linked = Array.from(page.matchAll(/href="\.(\/api\/[^"]+)"/g), ([, address]) => address);
    expect(linked.length).toBeGreaterThan(5);
    for (const address of linked) expect(addresses).toContain(address);
  });

  it('name claims, pages and tables by addresses that the site has', () => {
    const at = (address: string) => new URL(address, 'http://site/api/claims.json').pathname;
    for (const claim of claims.claims) {
      expect(addresses).toContain(at(claim.page));
      for (const table of claim.tables) expect(addresses).toContain(at(table));
    }
    for (const paper of papers.papers)
      for (const table of paper.tables) expect(addresses).toContain(at(table));
  });

  it('find a paper by its identifiers, and count its own verdicts', () => {
    expect(papers.byArxiv['2404.17951']).toBe('cs-ib');
    const doi = shelfPaper('semantic-information').doi!;
    expect(papers.byDoi[doi.toLowerCase()]).toBe('semantic-information');
    for (const { slug, claims: ids, verdicts } of papers.papers) {
      const own = claims.claims.filter(({ paper }) => paper === slug);
      expect(own.map(({ id }) => id)).toEqual(ids);
      const counted = own.filter(({ origin }) => origin === 'abstract' || origin === 'body');
      expect(Object.values(verdicts).reduce((a, b) => a + b)).toBe(counted.length);
    }
  });
});

describe('a claim for programs', () => {
  const amendment = { date: '2026-12-24', claim: 'a', what: 'changed', why: 'w', before: null, after: null };
  const rows = [
    claimRow({
      profile: 'full',
      figure: 'plane',
      gates: JSON.stringify([{ asks: 'x', found: 'y', open: true }]),
      amendments: JSON.stringify([amendment, { ...amendment, claim: 'other' }]),
    }),
    claimRow({ decisive: false, measured: null }),
  ];
  const made = claimsJson(rows, [shelfPaper('cs-ib')], new Map([['cs-ib/a', ['plane']]]));

  it('has its own amendments, and all its runs', () => {
    const [claim] = made.claims;
    expect(claim.amendments).toEqual([amendment]);
    expect(claim.runs.map(({ profile, measured }) => [profile, measured?.value])).toEqual([
      ['full', 0],
      ['quick', undefined],
    ]);
    expect(claim).toMatchObject({
      arxiv: '2404.17951',
      page: '../claims/cs-ib/a',
      figure: '../papers/cs-ib#figure-plane',
      tables: [tableAddress('cs-ib', 'plane')],
    });
    expect(validClaims(made)).toBe(true);
  });

  it.each([
    ['a field that the schema does not know', { mood: 'good' }],
    ['a verdict that there is not', { verdict: 'refuted' }],
    ['a field that is missing', { statement: undefined }],
  ])('is refused by the schema with %s', (_, values) => {
    const spoilt = JSON.parse(
      JSON.stringify({ ...made, claims: [{ ...made.claims[0], ...values }] }),
    ) as unknown;
    expect(validClaims(spoilt)).toBe(false);
  });

  it('belongs to tables of its paper', async () => {
    expect((await tablesByPaper()).get('cs-ib')).toContain('plane');
  });
});
