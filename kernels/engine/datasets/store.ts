import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ColumnTable } from 'arquero';
import type { ArrayDataset, ByteArray } from '../../../src/lib/datasets/array-dataset.js';
import type { Dataset } from '../../../src/lib/datasets/dataset.js';
import { registered, type RegisteredDataset } from '../../../src/lib/datasets/registered.js';
import { cacheFolder } from '../cache.js';
import { Failure, unknownName } from '../failure.js';
import { litmusCommand } from '../litmus-command.js';
import { checkFile } from './check.js';
import { DatasetError } from './dataset-error.js';

/** Where data sets lie on this machine, in the order in which they are looked up. */
export interface DatasetFolders {
  /** The user's own folder, `LITMUS_DATASETS`; nothing is ever written to it. */
  readonly local?: string;
  readonly cache: string;
}

export function datasetFolders(): DatasetFolders {
  return { local: process.env.LITMUS_DATASETS || undefined, cache: path.join(cacheFolder(), 'datasets') };
}

/** What became of looking a data set up. */
export interface DatasetState {
  readonly dataset: RegisteredDataset;
  readonly state: 'ok' | 'missing' | 'corrupt';
  /** The copy that was found. */
  readonly file?: string;
  readonly from?: keyof DatasetFolders;
  /** Where the state is not `ok`: what is wrong, and what to do. */
  readonly problem?: DatasetError;
}

interface Copy {
  readonly file: string;
  readonly from: keyof DatasetFolders;
  readonly bytes: Buffer;
}

/**
 * A data set by its registered name; a data set itself is passed on.
 *
 * @throws {Failure} that suggests the nearest name, where there is no such data set.
 */
export function datasetOf(dataset: string | RegisteredDataset): RegisteredDataset {
  if (typeof dataset !== 'string') return dataset;
  const known = registered.find(({ name }) => name === dataset);
  if (!known)
    throw unknownName(
      'data set',
      dataset,
      registered.map(({ name }) => name),
    );
  return known;
}

/** SHA-256 that a data set's file must have; reads nothing. @throws {Failure} for an unknown name. */
export function datasetChecksum(name: string): string {
  return datasetOf(name).sha256;
}

/**
 * Reads a table from this machine, checks it and parses it. Never touches the network.
 *
 * @throws {DatasetError} where there is no copy or a wrong one; the message names the command that helps.
 * @throws {Failure} where the data set is no table.
 */
export async function loadDataset(
  dataset: string | Dataset,
  folders: DatasetFolders = datasetFolders(),
): Promise<{ table: ColumnTable; sha256: string }> {
  const wanted = datasetOf(dataset);
  if (!('columns' in wanted))
    throw new Failure(`the data set ${wanted.name} is an array: read it by array()`);
  const csv = checkedFile(wanted, await findCopy(wanted, folders), folders);
  // Loaded late: a caller that asks for a checksum alone should not pay for a table library.
  const { parseDataset } = await import('../../../src/lib/datasets/parse-dataset.js');
  return { table: parseDataset(wanted, csv.toString('utf8')), sha256: wanted.sha256 };
}

/** As {@link loadDataset}, of a data set that is an array. */
export async function loadArray(
  dataset: string | ArrayDataset,
  folders: DatasetFolders = datasetFolders(),
): Promise<ByteArray> {
  const wanted = datasetOf(dataset);
  if ('columns' in wanted) throw new Failure(`the data set ${wanted.name} is a table: read it by dataset()`);
  const content = checkedFile(wanted, await findCopy(wanted, folders), folders);
  const { parseIdx } = await import('../../../src/lib/datasets/parse-idx.js');
  return parseIdx(wanted.name, content);
}

/** Reads and checks the copy of a data set on this machine, where there is one. */
export async function verifyDataset(
  dataset: string | RegisteredDataset,
  folders: DatasetFolders = datasetFolders(),
): Promise<DatasetState> {
  const wanted = datasetOf(dataset);
  const copy = await findCopy(wanted, folders);
  try {
    checkedFile(wanted, copy, folders);
    return { dataset: wanted, state: 'ok', file: copy?.file, from: copy?.from };
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    const state = copy ? 'corrupt' : 'missing';
    return { dataset: wanted, state, file: copy?.file, from: copy?.from, problem: error };
  }
}

/** {@link verifyDataset} for every registered data set. */
export async function listDatasets(folders: DatasetFolders = datasetFolders()): Promise<DatasetState[]> {
  return Promise.all(registered.map((dataset) => verifyDataset(dataset, folders)));
}

/** Where a fetched data set is kept, gzip-compressed. */
export function cachedFile(dataset: RegisteredDataset, folders: DatasetFolders): string {
  return path.join(folders.cache, `${dataset.file}.gz`);
}

async function findCopy(dataset: RegisteredDataset, folders: DatasetFolders): Promise<Copy | undefined> {
  const candidates = [
    ...(folders.local
      ? [`${dataset.file}.gz`, dataset.file].map(
          (name) => [path.join(folders.local!, name), 'local'] as const,
        )
      : []),
    [cachedFile(dataset, folders), 'cache'] as const,
  ];
  for (const [file, from] of candidates) {
    const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
      throw new DatasetError('disk', `cannot read ${file} (${error.code})`, { cause: error });
    });
    if (bytes) return { file, from, bytes };
  }
  return undefined;
}

function checkedFile(dataset: RegisteredDataset, copy: Copy | undefined, folders: DatasetFolders): Buffer {
  const command = litmusCommand(
    `datasets fetch ${'columns' in dataset ? dataset.name : dataset.collections[0]}`,
  );
  if (!copy)
    throw new DatasetError(
      'missing',
      `the data set ${dataset.name} is not on this machine (looked in ${[folders.local, folders.cache].filter(Boolean).join(' and ')}); run "${command}", or put ${dataset.file}.gz into a folder that LITMUS_DATASETS names`,
    );
  try {
    const content = copy.file.endsWith('.gz') ? unzipped(dataset, copy) : copy.bytes;
    checkFile(dataset, content, copy.file);
    return content;
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    const advice =
      copy.from === 'cache' ? `run "${command}"` : `replace it, or remove it and run "${command}"`;
    throw new DatasetError(error.problem, `${error.message}; ${advice}`, { cause: error.cause });
  }
}

function unzipped(dataset: RegisteredDataset, { file, bytes }: Copy): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: 2 * dataset.bytes });
  } catch (cause) {
    const short = (cause as NodeJS.ErrnoException).code === 'Z_BUF_ERROR';
    throw new DatasetError(
      short ? 'truncated' : 'archive',
      short ? `${file} is cut short` : `${file} is no gzip file of ${dataset.name}`,
      { cause },
    );
  }
}
