import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { parseTar } from 'nanotar';
import type { ArrayDataset } from '../../../src/lib/datasets/array-dataset.js';
import type { Dataset } from '../../../src/lib/datasets/dataset.js';
import type { RegisteredDataset } from '../../../src/lib/datasets/registered.js';
import { sha256 } from '../checksum.js';
import { DatasetError } from './dataset-error.js';

/**
 * The canonical file of a data set out of what its source serves. The bytes are not yet checked against the data
 * set's checksum.
 *
 * @throws {DatasetError} `checksum` or `archive`.
 */
export function canonicalFile(dataset: RegisteredDataset, published: Uint8Array): Buffer {
  return 'columns' in dataset ? canonicalCsv(dataset, published) : unzipped(dataset, published);
}

function unzipped({ name, source, bytes }: ArrayDataset, published: Uint8Array): Buffer {
  try {
    return gunzipSync(published, { maxOutputLength: 2 * bytes });
  } catch (cause) {
    throw new DatasetError('archive', `${name}: what ${source.url} serves is no whole gzip file`, { cause });
  }
}

/**
 * The canonical CSV file out of the archive as it is published: LF line ends, a header row, a line end after
 * the last row.
 */
function canonicalCsv(dataset: Dataset, archive: Uint8Array): Buffer {
  const { source, columns } = dataset;
  if (source.sha256 !== undefined && sha256(archive) !== source.sha256)
    throw new DatasetError(
      'checksum',
      `the archive ${source.url} has the wrong SHA-256: expected ${source.sha256}, got ${sha256(archive)}`,
    );
  // One byte a character, so that no byte is changed but the line ends.
  const text = Buffer.from(extract(dataset, archive)).toString('latin1').replaceAll('\r\n', '\n');
  const header = source.headerless ? `${Object.keys(columns).join(',')}\n` : '';
  return Buffer.from(header + text + (text.endsWith('\n') ? '' : '\n'), 'latin1');
}

function extract({ name, source, bytes }: Dataset, archive: Uint8Array): Uint8Array {
  // CRLF line ends make the published file a little longer than ours; twice as long is another file.
  const limit = 2 * bytes;
  const isEntry = (file: string, size: number) => path.posix.basename(file) === source.entry && size <= limit;
  let found: Uint8Array | undefined;
  try {
    if (source.format === 'zip') {
      [found] = Object.values(
        unzipSync(archive, { filter: (file) => isEntry(file.name, file.originalSize) }),
      );
    } else {
      // A copy: the parser reads the whole buffer below an array, and Node shares small ones.
      const tar = new Uint8Array(gunzipSync(archive, { maxOutputLength: 2 * limit }));
      found = parseTar(tar, { filter: (file) => isEntry(file.name, file.size) })[0]?.data;
    }
  } catch (cause) {
    throw new DatasetError(
      'archive',
      `${name}: what ${source.url} serves is no whole ${source.format} archive`,
      {
        cause,
      },
    );
  }
  if (!found)
    throw new DatasetError(
      'archive',
      `${name}: the archive ${source.url} holds no ${source.entry} of at most ${limit} bytes`,
    );
  return found;
}
