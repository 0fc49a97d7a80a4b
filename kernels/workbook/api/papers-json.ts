import { type ClaimRow, groupClaims, ownVerdicts } from '../../../src/components/claim-row.js';
import { countVerdicts } from '../../../src/lib/claims/verdict.js';
import type { ShelfPaper } from '../../../src/lib/shelf/shelf-paper.js';
import { tableAddress } from './claims-json.js';

/** The tables of a paper by its slug. */
export type TablesByPaper = ReadonlyMap<string, readonly string[]>;

/** What `papers.json` holds: `papersSchema` says what each field means. */
export function papersJson(papers: readonly ShelfPaper[], rows: readonly ClaimRow[], tables: TablesByPaper) {
  return {
    $schema: './papers.schema.json',
    papers: papers.map((paper) =>
      paperJson(
        paper,
        rows.filter((row) => row.paper === paper.slug),
        tables.get(paper.slug) ?? [],
      ),
    ),
    // Identifiers of this kind do not tell capitals from small letters.
    byDoi: slugsBy(papers, ({ doi }) => doi?.toLowerCase()),
    byArxiv: slugsBy(papers, ({ arxiv }) => arxiv),
  };
}

function paperJson(paper: ShelfPaper, rows: readonly ClaimRow[], tables: readonly string[]) {
  const { slug, title, authors, year, venue, doi, arxiv, openReview, code, subject, sentence, aliases } =
    paper;
  const claims = groupClaims(rows);
  return {
    slug,
    title,
    authors,
    year,
    venue,
    doi: doi ?? null,
    arxiv: arxiv ?? null,
    openReview: openReview ?? null,
    code: code?.repository ?? null,
    subject,
    sentence,
    aliases: aliases ?? [],
    page: claims.length > 0 ? `../papers/${slug}` : null,
    verdicts: countVerdicts(ownVerdicts(claims)),
    claims: claims.map(({ decisive }) => decisive.id),
    tables: tables.map((table) => tableAddress(slug, table)),
  };
}

function slugsBy(
  papers: readonly ShelfPaper[],
  by: (paper: ShelfPaper) => string | undefined,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    papers.flatMap((paper) => {
      const name = by(paper);
      return name === undefined ? [] : [[name, paper.slug] as const];
    }),
  );
}
