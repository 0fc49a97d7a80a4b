import { claimsOfAll } from '../../../src/components/claim-list.js';
import { claimPage } from '../../../src/components/claim-page.js';
import { type ClaimRow, groupClaims } from '../../../src/components/claim-row.js';
import { element } from '../../../src/components/element.js';
import { inPerCent } from '../../../src/components/in-per-cent.js';
import { markLegend } from '../../../src/components/mark-legend.js';
import { missingClaims } from '../../../src/components/missing-parts.js';
import { paperClaims } from '../../../src/components/paper-claims.js';
import { shelfEntries, shelfList, type ToldOfPaper } from '../../../src/components/shelf-list.js';
import { claimCounts, testedSoFar } from '../../../src/components/summary.js';
import { verdictExample } from '../../../src/components/verdict-example.js';
import { tablesReadBy } from '../../../src/lib/claims/claim.js';
import type { MissingPart } from '../../../src/lib/experiment/missing.js';
import { shelf as shelfPapers } from '../../../src/lib/shelf/shelf.js';
import { answerOf } from '../../engine/page-facts.js';
import { loadPaper, loadPapers } from '../../engine/papers.js';
import { shelf } from '../../engine/serve-parted.js';
import type { JudgedClaims } from '../judged-claims.js';
import { rendered } from '../rendered.js';
import { apiAnswer } from './api-answer.js';
import type { PageParts } from './page-parts.js';

/**
 * The parts of pages that are HTML ahead of time: of a paper's page and of its claims', or of those about all (`shelf`).
 *
 * @param claims what the `claims.parquet` of the same holds
 */
export async function partsOf(slug: string, { rows, missing }: JudgedClaims): Promise<PageParts> {
  return slug === shelf ? shelfParts(rows, missing) : paperParts(slug, rows);
}

async function shelfParts(rows: readonly ClaimRow[], missing: readonly MissingPart[]): Promise<PageParts> {
  const claims = groupClaims(rows.map(inPerCent));
  const told = await toldOf(rows);
  const entries = shelfEntries(shelfPapers, claims, told);
  const atHead = (summary: HTMLElement) => element('div', {}, missingClaims(missing), summary);
  return {
    tested: { html: rendered(() => atHead(testedSoFar(entries, './'))) },
    counts: { html: rendered(() => atHead(claimCounts(claims, './'))) },
    papers: { html: rendered(() => shelfList(entries)) },
    claims: {
      html: rendered(() =>
        element('div', {}, markLegend(claims, { root: './', smaller: false }), claimsOfAll(claims, './')),
      ),
    },
    'verdict-example': { html: rendered(() => element('div', {}, verdictExample(claims, './'))) },
    'api-answer': { html: rendered(() => apiAnswer(rows)) },
  };
}

/** What each paper tells of itself; no finding of one whose answer cannot be made of its claims, which its page says. */
async function toldOf(rows: readonly ClaimRow[]): Promise<ReadonlyMap<string, ToldOfPaper>> {
  const decided = rows.filter(({ decisive }) => decisive);
  const told = new Map<string, ToldOfPaper>();
  for (const paper of await loadPapers([...new Set(rows.map(({ paper }) => paper))])) {
    const answer = await answerOf(
      paper,
      decided.filter((row) => row.paper === paper.slug),
    );
    told.set(paper.slug, {
      ...('answer' in answer && answer.answer
        ? { found: answer.answer.found, scales: answer.answer.scales, differs: answer.answer.differs }
        : {}),
      caption: (await paper.thumbnail?.())?.caption,
    });
  }
  return told;
}

async function paperParts(slug: string, rows: readonly ClaimRow[]): Promise<PageParts> {
  // A study beside the shelf has no claims, and nothing to show of them.
  if (rows.length === 0) return {};
  const paper = await loadPaper(slug);
  const { claims = [], coverage = [] } = (await paper.claims?.()) ?? {};
  const decided = rows.filter(({ decisive }) => decisive);
  const made = await answerOf(paper, decided);
  const central = ('answer' in made && made.answer?.found.claims) || [];
  const tables = new Map(claims.map((claim) => [claim.id, tablesReadBy(claim)]));
  const shown = rows.map(inPerCent);
  const pages = groupClaims(shown).map((claim) => {
    const { id, statement } = claim.decisive;
    const html = rendered(() => claimPage(claim, { tables: tables.get(id) ?? [], root: '../../' }));
    return [`claim/${id}`, { html, title: statement }] as const;
  });
  return {
    claims: { html: rendered(() => paperClaims(shown, { coverage, central, root: '../' })) },
    ...Object.fromEntries(pages),
  };
}
