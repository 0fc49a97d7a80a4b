import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { isExact, isTested, type SampledClaim } from '../../src/lib/claims/claim.js';
import { falseAlarms } from '../../src/lib/claims/false-alarms.js';
import type { Profile } from '../../src/lib/experiment/experiment.js';
import { readIfThere } from './cache.js';
import { sha256 } from './checksum.js';
import { type TablesAt, tablesAt, type TableSource } from './claims.js';
import { criteriaOf } from './criteria-lock.js';
import { Failure } from './failure.js';
import { stableJson } from './key.js';
import type { PlacedPaper } from './papers.js';
import { writeWholeFile } from './whole-file.js';

/** As many as show a rate of a tenth for what it is. */
const draws = 200;

/** How often one claim held, and how often not, on data that say nothing about it. */
export interface RecordedAlarms {
  /** SHA-256 over the criterion, the way of relabelling and the content keys of the tables. */
  readonly key: string;
  readonly profile: Profile;
  readonly draws: number;
  readonly reproduced: number;
  readonly refuted: number;
}

type ByClaim = Readonly<Record<string, RecordedAlarms>>;

const fileOf = ({ folder }: PlacedPaper) => path.join(folder, 'recorded', 'false-alarms.json');

/** What was recorded of a paper's claims; nothing where there is no file. @throws {Failure} where it is no JSON */
export async function readFalseAlarms(paper: PlacedPaper): Promise<ByClaim> {
  const bytes = await readIfThere(fileOf(paper));
  if (!bytes) return {};
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as ByClaim;
  } catch (cause) {
    throw new Failure(`${fileOf(paper)} is no JSON; remove it, and record the paper anew`, 2, { cause });
  }
}

/** A claim of which data that say nothing can be made. */
export type ClaimOfChance = SampledClaim & Required<Pick<SampledClaim, 'chance'>>;

/** The claims of a paper of which data that say nothing can be made. */
export async function claimsOfChance(paper: PlacedPaper): Promise<readonly ClaimOfChance[]> {
  const { claims = [] } = (await paper.claims?.()) ?? {};
  return claims.flatMap((claim) =>
    isTested(claim) && !isExact(claim) && claim.chance ? [{ ...claim, chance: claim.chance }] : [],
  );
}

/**
 * Counts the false alarms of the claims whose criterion or tables are others than when they were last counted, on the
 * tables of the largest run, and records them.
 *
 * @returns the claims that were counted anew
 */
export async function fileFalseAlarms(
  paper: PlacedPaper,
  source: TableSource,
  log: (message: string) => void = () => {},
): Promise<readonly string[]> {
  const before = await readFalseAlarms(paper);
  const after: Record<string, RecordedAlarms> = {};
  const counted: string[] = [];
  for await (const { claim, profile, tables, key } of keyed(paper, source)) {
    const known = before[claim.id];
    if (known?.key === key) after[claim.id] = known;
    else {
      log(`${paper.slug}/${claim.id}: counting how often it holds by chance`);
      after[claim.id] = { key, profile, ...falseAlarms(claim, tables.rows, draws) };
      counted.push(claim.id);
    }
  }
  if (stableJson(after) !== stableJson(before)) {
    await mkdir(path.dirname(fileOf(paper)), { recursive: true });
    await writeWholeFile(fileOf(paper), `${JSON.stringify(after, null, 2)}\n`);
  }
  return counted;
}

/** The claims whose recorded false alarms are of another criterion or of other tables, or were never counted. */
export async function staleFalseAlarms(paper: PlacedPaper, source: TableSource): Promise<readonly string[]> {
  const recorded = await readFalseAlarms(paper);
  const stale: string[] = [];
  for await (const { claim, key } of keyed(paper, source))
    if (recorded[claim.id]?.key !== key) stale.push(claim.id);
  return stale;
}

interface Keyed {
  readonly claim: ClaimOfChance;
  readonly profile: Profile;
  readonly tables: TablesAt;
  readonly key: string;
}

async function* keyed(paper: PlacedPaper, source: TableSource): AsyncGenerator<Keyed> {
  const claims = await claimsOfChance(paper);
  if (claims.length === 0) return;
  const criteria = await criteriaOf(paper);
  for (const claim of claims) {
    const full = await tablesAt(paper, claim.tables, 'full', source);
    const tables = full ?? (await tablesAt(paper, claim.tables, 'quick', source));
    if (!tables) continue;
    const { keys } = tables;
    const key = sha256(stableJson({ criterion: criteria.get(claim.id), chance: claim.chance, keys, draws }));
    yield { claim, profile: full ? 'full' : 'quick', tables, key };
  }
}
