import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { readTable as readBytes } from '../../src/lib/estimation/read-table.js';
import type { Table } from '../../src/lib/estimation/table.js';
import { Failure, inWords, messageOf } from '../engine/failure.js';
import { arrayBuffer } from '../engine/recorded.js';

/**
 * Reads somebody's table.
 *
 * @param file its path, or "-" for standard input.
 * @throws {Failure} where it cannot be read, or is no table.
 */
export async function readTable(file: string, input: NodeJS.ReadableStream = process.stdin): Promise<Table> {
  const name = file === '-' ? 'standard input' : file;
  const bytes = await (file === '-' ? buffer(input) : readFile(file)).catch((cause: unknown) => {
    throw new Failure(`${name} cannot be read: ${messageOf(cause)}`, 2, { cause });
  });
  return inWords(() => readBytes(name, arrayBuffer(bytes)));
}
