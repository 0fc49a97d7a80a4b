import path from 'node:path';
import { isExact, isTested, type TestedClaim } from '../../src/lib/claims/claim.js';
import type { Amendment } from '../../src/lib/claims/claim-columns.js';
import { readIfThere } from './cache.js';
import { sha256 } from './checksum.js';
import { Failure } from './failure.js';
import { stableJson } from './key.js';
import { litmusCommand } from './litmus-command.js';
import { experimentOf, type PlacedPaper } from './papers.js';
import { writeWholeFile } from './whole-file.js';

/** What was fixed of one claim, and since when. */
export interface LockedClaim {
  /** SHA-256 over statement, criterion, what is asked, what measures it, and the parameters of its experiments. */
  readonly criterion: string;
  /** The day on which it was fixed, ISO 8601. */
  readonly since: string;
}

/** `criteria.lock.json`, beside a paper's claims. */
export interface CriteriaLock {
  readonly claims: Readonly<Record<string, LockedClaim>>;
  /** In the order in which they were made. */
  readonly amendments: readonly Amendment[];
}

/** A claim whose criterion is not the locked one. */
export interface CriterionChange {
  readonly claim: string;
  readonly what: Amendment['what'];
}

const fileOf = ({ folder }: PlacedPaper) => path.join(folder, 'criteria.lock.json');

/** The criteria that were fixed for a paper; none where there is no lock. @throws {Failure} where the file is no lock */
export async function readLock(paper: PlacedPaper): Promise<CriteriaLock | undefined> {
  const bytes = await readIfThere(fileOf(paper));
  if (!bytes) return undefined;
  try {
    const { claims, amendments } = JSON.parse(Buffer.from(bytes).toString('utf8')) as CriteriaLock;
    if (typeof claims === 'object' && Array.isArray(amendments)) return { claims, amendments };
  } catch (cause) {
    throw new Failure(`${fileOf(paper)} is no JSON; restore it with git`, 2, { cause });
  }
  throw new Failure(`${fileOf(paper)} does not hold locked criteria; restore it with git`, 2);
}

export async function writeLock(paper: PlacedPaper, lock: CriteriaLock): Promise<void> {
  await writeWholeFile(fileOf(paper), `${JSON.stringify(lock, null, 2)}\n`);
}

const known = new WeakMap<PlacedPaper, Promise<ReadonlyMap<string, string>>>();

/** The hash of each tested claim's criterion, as the code has it; computed once for a paper as it was loaded. */
export function criteriaOf(paper: PlacedPaper): Promise<ReadonlyMap<string, string>> {
  const criteria = known.get(paper) ?? computeCriteria(paper);
  known.set(paper, criteria);
  return criteria;
}

async function computeCriteria(paper: PlacedPaper): Promise<ReadonlyMap<string, string>> {
  const claims = ((await paper.claims?.())?.claims ?? []).filter(isTested);
  // Loads the compiler, which nobody needs who reads a lock alone.
  const { measuringCode } = await import('./criteria-code.js');
  const code = await measuringCode(
    paper.folder,
    claims.map(({ id }) => id),
  );
  return new Map(claims.map((claim) => [claim.id, criterionOf(paper, claim, code.get(claim.id)!)]));
}

function criterionOf(paper: PlacedPaper, claim: TestedClaim, code: string): string {
  const { statement, criterion, asks, tables } = claim;
  const parameters = tables.map((table) => {
    const { name, definition } = experimentOf(paper, table);
    return { table, experiment: name, profiles: definition.profiles, seed: definition.seed };
  });
  const words = { statement: withPlainSpaces(statement), criterion: withPlainSpaces(criterion) };
  return sha256(stableJson({ ...words, asks, exact: isExact(claim), parameters, code }));
}

/** Where a line may break says nothing of what is asked. */
const withPlainSpaces = (text: string) => text.replace(/\u00a0/g, ' ');

/** Where the criteria of the code are not those of a lock. */
export function criterionChanges(
  lock: CriteriaLock,
  criteria: ReadonlyMap<string, string>,
): CriterionChange[] {
  const ids = new Set([...Object.keys(lock.claims), ...criteria.keys()]);
  return [...ids].flatMap((claim): CriterionChange[] => {
    const locked = lock.claims[claim]?.criterion;
    const found = criteria.get(claim);
    if (locked === found) return [];
    return [{ claim, what: locked === undefined ? 'added' : found === undefined ? 'removed' : 'changed' }];
  });
}

/** Which claims, and what was done to each: "odd (changed), even (added)". */
export function changesInWords(changes: readonly CriterionChange[]): string {
  return changes.map(({ claim, what }) => `${claim} (${what})`).join(', ');
}

/** Says which criteria of a paper are not the locked ones, and what to do; `undefined` where all are. */
export async function lockProblem(paper: PlacedPaper): Promise<string | undefined> {
  if (!paper.claims) return undefined;
  const lock = await readLock(paper);
  const command = litmusCommand(`lock ${paper.slug}`);
  if (!lock) return `the criteria of ${paper.slug} are not locked: fix them by ${command}, and commit them`;
  const changes = criterionChanges(lock, await criteriaOf(paper));
  if (changes.length === 0) return undefined;
  return `criteria of ${paper.slug} were changed after they were locked: ${changesInWords(changes)}; undo it, or make it an amendment that the page shows: ${command} --why "…"`;
}
