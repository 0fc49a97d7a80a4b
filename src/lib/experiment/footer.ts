import { parquetMetadata } from 'hyparquet';
import { parseProvenance, type Provenance } from './provenance.js';

/** Reads the provenance of a Parquet file alone: its footer, none of its rows, and without a table library. */
export function decodeProvenance(file: ArrayBuffer): Provenance | undefined {
  return parseProvenance(parquetMetadata(file).key_value_metadata);
}
