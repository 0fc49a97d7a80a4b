import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { parseProvenance, type Provenance } from '../lib/experiment/provenance.js';
import { fetchTable } from './fetch-table.js';

/** The rows of a table as plain objects. */
export interface PageRows<R> {
  readonly rows: readonly R[];
  readonly provenance: Provenance | undefined;
  readonly href: string;
}

/**
 * As `readTable`, but as plain rows, which Plot and the claim table are content with, and without Arquero's
 * share of the page's script. `R` is the caller's knowledge of the columns.
 */
export async function readRows<R>(href: string): Promise<PageRows<R>> {
  const file = await fetchTable(href);
  const metadata = parquetMetadata(file);
  const rows = (await parquetReadObjects({ file, metadata, rowFormat: 'object' })) as R[];
  return { rows, provenance: parseProvenance(metadata.key_value_metadata), href };
}
