import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { RegisteredDataset } from '../../../src/lib/datasets/registered.js';
import { makeFolder } from '../make-folder.js';
import { checkFile } from './check.js';
import { DatasetError } from './dataset-error.js';
import { disk as realDisk, writing } from './disk.js';
import { download, type DownloadOptions } from './download.js';
import { exclusively } from './lock.js';
import { discardPart } from './partial-file.js';
import { cachedFile, type DatasetFolders, datasetFolders, datasetOf, verifyDataset } from './store.js';
import { canonicalFile } from './unpack.js';

export interface FetchOptions extends Partial<Omit<DownloadOptions, 'limit'>> {
  readonly folders?: DatasetFolders;
}

export interface FetchedDataset {
  readonly file: string;
  /** False where a good copy was on this machine already: then nothing was downloaded. */
  readonly downloaded: boolean;
}

/**
 * Downloads a data set from its canonical source into the per-user cache, unless a good copy is on this
 * machine. The file appears there whole and checked, or not at all; a download that was cut off is kept as
 * `<file>.part` where it can be continued by the next call.
 *
 * @throws {DatasetError} whose message says what was wrong and what to do.
 * @throws the reason of `signal`, when it aborts.
 */
export async function fetchDataset(
  dataset: string | RegisteredDataset,
  { folders = datasetFolders(), ...options }: FetchOptions = {},
): Promise<FetchedDataset> {
  const wanted = datasetOf(dataset);
  const file = cachedFile(wanted, folders);
  const present = await presentCopy(wanted, folders);
  if (present) return present;
  await writing(file, () => makeFolder(path.dirname(file)));
  return exclusively(file, options, async (signal) => {
    // Whoever held the lock may have fetched it.
    const present = await presentCopy(wanted, folders);
    if (present) return present;
    await rm(file, { force: true });
    await fetchInto(file, wanted, { ...options, signal });
    return { file, downloaded: true };
  });
}

/** The good copy on this machine, if any; a bad one in the user's own folder would hide any that is fetched. */
async function presentCopy(
  dataset: RegisteredDataset,
  folders: DatasetFolders,
): Promise<FetchedDataset | undefined> {
  const { state, from, file, problem } = await verifyDataset(dataset, folders);
  if (state === 'corrupt' && from === 'local') throw problem;
  return state === 'ok' && file ? { file, downloaded: false } : undefined;
}

async function fetchInto(file: string, dataset: RegisteredDataset, options: FetchOptions): Promise<void> {
  const { url } = dataset.source;
  const part = path.join(path.dirname(file), `${path.basename(dataset.file)}.part`);
  const disk = options.disk ?? realDisk;
  await download(url, part, {
    fetch,
    stallTimeout: 30_000,
    retries: 4,
    retryDelay: 500,
    ...options,
    disk,
    // An archive is smaller than what is in it, unless its other files are large.
    limit: 4 * dataset.bytes,
  });
  try {
    const published = await readFile(part);
    if (isWebPage(published))
      throw new DatasetError(
        'archive',
        `${dataset.name}: what ${url} serves is a web page and not the file: somebody wants a login or a consent, or a network stands between`,
      );
    const content = canonicalFile(dataset, published);
    checkFile(dataset, content, `the download from ${url}`);
    await writing(file, () => disk.write(file, gzipSync(content, { level: 9 })));
  } catch (error) {
    if (!(error instanceof DatasetError) || error.problem.startsWith('disk')) throw error;
    throw new DatasetError(
      error.problem,
      `${error.message}; nothing was kept. If it happens again, the source has changed: put ${dataset.file} with SHA-256 ${dataset.sha256} into a folder that LITMUS_DATASETS names`,
      { cause: error },
    );
  } finally {
    await discardPart(part);
  }
}

/** Whether it begins as a page for people does. */
function isWebPage(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*<(!doctype html|html)/i.test(Buffer.from(bytes.subarray(0, 200)).toString('utf8'));
}
