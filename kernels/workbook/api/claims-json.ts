import { type ClaimRow, type ClaimRuns, groupClaims } from '../../../src/components/claim-row.js';
import { amendmentsOf, conditionsOf, gatesOf } from '../../../src/lib/claims/claim-columns.js';
import type { ShelfPaper } from '../../../src/lib/shelf/shelf-paper.js';

/** A claim's tables by the claim, `<paper>/<id>`. */
export type TablesByClaim = ReadonlyMap<string, readonly string[]>;

/** Address of a table as the files for programs name it. */
export const tableAddress = (paper: string, table: string) => `./tables/${paper}/${table}.parquet`;

/** What `claims.json` holds: `claimsSchema` says what each field means. */
export function claimsJson(rows: readonly ClaimRow[], papers: readonly ShelfPaper[], tables: TablesByClaim) {
  const claims = groupClaims(rows);
  return {
    $schema: './claims.schema.json',
    claims: papers.flatMap((paper) =>
      claims
        .filter(({ decisive }) => decisive.paper === paper.slug)
        .map((claim) => claimJson(claim, paper, tables)),
    ),
  };
}

function claimJson({ decisive, others }: ClaimRuns, { doi, arxiv }: ShelfPaper, tables: TablesByClaim) {
  const { paper, id, figure, statement, origin, verdict, criterion, pilot, infeasible, locked } = decisive;
  return {
    paper,
    doi: doi ?? null,
    arxiv: arxiv ?? null,
    id,
    page: `../claims/${paper}/${id}`,
    figure: figure === null ? null : `../papers/${paper}#figure-${figure}`,
    statement,
    origin,
    source: {
      grade: decisive.source,
      place: decisive.place,
      says: decisive.reported,
      value: decisive.reported_value,
    },
    verdict,
    criterion: criterion === null ? null : { text: criterion, pilot: pilot ?? false, infeasible, locked },
    amendments: amendmentsOf(decisive).filter(({ claim }) => claim === id),
    tables: (tables.get(`${paper}/${id}`) ?? []).map((table) => tableAddress(paper, table)),
    runs: [decisive, ...others].map(runJson),
  };
}

function runJson(row: ClaimRow) {
  const { profile, decisive, verdict, because, needed, scale, extent, detail, stale } = row;
  const { measured, low, high, unit, uncertainty, repetitions } = row;
  return {
    profile,
    decisive,
    verdict,
    because,
    needed,
    measured: measured === null ? null : { value: measured, low, high, unit, uncertainty, repetitions },
    conditions: conditionsOf(row),
    gates: gatesOf(row),
    scale,
    extent: extent?.split('\n') ?? [],
    detail,
    stale,
  };
}
