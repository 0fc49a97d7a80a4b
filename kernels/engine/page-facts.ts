import { max } from 'd3-array';
import { withValues } from '../../src/lib/claims/answer.js';
import { tablesReadBy } from '../../src/lib/claims/claim.js';
import type { ClaimRow } from '../../src/lib/claims/claim-columns.js';
import type { AuthorResponse, ClaimFacts, PageFacts, ScaledAnswer } from '../../src/lib/claims/page-facts.js';
import type { ProseValue } from '../../src/lib/claims/prose.js';
import { scaleLevels } from '../../src/lib/experiment/scale.js';
import type { TableSource } from './claims.js';
import { storedTables } from './claims-table.js';
import { readLock } from './criteria-lock.js';
import { messageOf } from './failure.js';
import type { PlacedPaper } from './papers.js';
import type { PartedFile } from './parted-file.js';
import { claimAmong, decidedClaims, proseOf } from './prose.js';
import { readResponses } from './responses.js';

/** `prose.json`: what a paper's page is made with. A page reads that of its own paper alone. */
export const pageFactsFile: PartedFile<PageFacts> = {
  part: (paper, options) => pageFactsOf(paper, storedTables(paper, options)),
  whole: ([facts]) => Buffer.from(JSON.stringify(facts)),
};

/** What a paper's page is made with; what cannot be computed is named among its problems. */
export async function pageFactsOf(paper: PlacedPaper, source: TableSource): Promise<PageFacts> {
  const days = new Map<string, string>();
  const dated: TableSource = async (table, profile) => {
    const found = await source(table, profile);
    if (found) days.set(`${table}.${profile}`, found.provenance.date.slice(0, 10));
    return found;
  };
  const decided = await decidedClaims(paper, dated);
  const { values, problems } = await proseOf(paper, source, decided);
  const made = toldOf(await answerOf(paper, decided), values);
  const heard = await responsesTo(paper, decided);
  return {
    values,
    problems: [...problems, ...[made, heard].flatMap((one) => ('problem' in one ? one.problem : []))],
    claims: await claimFacts(paper, decided, days),
    answer: 'problem' in made ? undefined : made.answer,
    amendments: (await readLock(paper))?.amendments ?? [],
    responses: 'problem' in heard ? [] : heard.responses,
  };
}

async function responsesTo(
  { slug }: PlacedPaper,
  decided: readonly ClaimRow[],
): Promise<{ readonly responses: readonly AuthorResponse[] } | { readonly problem: string }> {
  try {
    return {
      responses: await readResponses(
        slug,
        decided.map(({ id }) => id),
      ),
    };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}

/** An answer whose reason has the numbers that the page's text takes from the tables. */
function toldOf(made: MadeAnswer, values: Readonly<Record<string, ProseValue>>): MadeAnswer {
  if ('problem' in made || !made.answer) return made;
  const { because, ...answer } = made.answer;
  try {
    return { answer: { ...answer, because: { ...because, text: withValues(because.text, values) } } };
  } catch (error) {
    return { problem: `answer: ${messageOf(error)}` };
  }
}

type MadeAnswer = { readonly answer?: ScaledAnswer } | { readonly problem: string };

/** A paper's answer from its claims as they were judged, or why there is none; its reason still names its numbers. */
export async function answerOf(paper: PlacedPaper, decided: readonly ClaimRow[]): Promise<MadeAnswer> {
  const module = await paper.answer?.();
  if (!module) return {};
  try {
    const claim = claimAmong(decided);
    const answer = module.answer(claim);
    const found = new Set(answer.found.claims.map((id) => claim(id).scale));
    return { answer: { ...answer, scales: scaleLevels.filter((level) => found.has(level)) } };
  } catch (error) {
    return { problem: `answer: ${messageOf(error)}` };
  }
}

async function claimFacts(
  paper: PlacedPaper,
  decided: readonly ClaimRow[],
  days: ReadonlyMap<string, string>,
): Promise<ClaimFacts[]> {
  const tables = new Map(
    ((await paper.claims?.())?.claims ?? []).map((claim) => [claim.id, tablesReadBy(claim)]),
  );
  return decided.map(({ id, statement, origin, source, reported, verdict, scale, profile }) => {
    // A table without a run of that size is the same at the small one.
    const read = tables
      .get(id)!
      .flatMap((table) => days.get(`${table}.${profile}`) ?? days.get(`${table}.quick`) ?? []);
    return { id, statement, origin, source, reported, verdict, scale, judgedOn: max(read) ?? null };
  });
}
