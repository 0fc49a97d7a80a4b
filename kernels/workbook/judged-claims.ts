import type { ClaimRow } from '../../src/components/claim-row.js';
import { claimSchema } from '../../src/lib/claims/claim-columns.js';
import type { MissingPart } from '../../src/lib/experiment/missing.js';
import { decodeTable } from '../../src/lib/experiment/rows.js';
import { arrayBuffer } from '../engine/recorded.js';

/** What a `claims.parquet` holds. */
export interface JudgedClaims {
  readonly rows: readonly ClaimRow[];
  /** The papers whose claims could not be judged, and why. */
  readonly missing: readonly MissingPart[];
}

/** @throws {Error} where the bytes are no such file */
export async function claimsIn(bytes: Uint8Array): Promise<JudgedClaims> {
  return decodeTable(arrayBuffer(bytes), claimSchema, 'claims.parquet');
}
