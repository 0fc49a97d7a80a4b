import { headerProblem } from '../../../src/lib/datasets/header-problem.js';
import type { RegisteredDataset } from '../../../src/lib/datasets/registered.js';
import { sha256 } from '../checksum.js';
import { DatasetError } from './dataset-error.js';

/**
 * Passes the canonical file of a data set and no other.
 *
 * @param where what the bytes are, for the message: a file's name, or "the download from …".
 * @throws {DatasetError} the most telling of `columns`, `truncated`, `checksum`.
 */
export function checkFile(dataset: RegisteredDataset, content: Buffer, where: string): void {
  const found = sha256(content);
  if (found === dataset.sha256) return;
  const columns = 'columns' in dataset && headerProblem(dataset, headerOf(content));
  if (columns) throw new DatasetError('columns', `${where}: ${dataset.name}: ${columns}`);
  if (content.length < dataset.bytes)
    throw new DatasetError(
      'truncated',
      `${where}: ${dataset.name} is cut short, ${content.length} of ${dataset.bytes} bytes`,
    );
  throw new DatasetError(
    'checksum',
    `${where}: ${dataset.name} has the wrong SHA-256: expected ${dataset.sha256}, got ${found}`,
  );
}

/** The names in the first line. None of a registered data set's contains a comma or a quote. */
function headerOf(csv: Buffer): string[] {
  const end = csv.indexOf('\n');
  const line = csv.toString('utf8', 0, end < 0 ? csv.length : end);
  return line.split(',').map((name) => name.replaceAll('"', ''));
}
