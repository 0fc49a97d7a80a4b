import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCrate } from '../../../kernels/engine/crate/crate.js';
import type { Entity } from '../../../kernels/engine/crate/entities.js';
import { loadPaper } from '../../../kernels/engine/papers.js';
import { root } from '../../../kernels/engine/root.js';

const python = path.join(root, '.venv/bin/python');
const missing = existsSync(path.join(root, '.venv/bin/rocrate-validator'))
  ? ''
  : ' (left out: no roc-validator in .venv)';

let folder: string;
let crate: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-crate-'));
  crate = path.join(folder, 'crate');
  await writeCrate(await loadPaper('cs-ib'), crate, 'paper,id\r\n', 'https://example.org/litmus');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function graphOf(): Promise<readonly Entity[]> {
  const text = await readFile(path.join(crate, 'ro-crate-metadata.json'), 'utf8');
  return (JSON.parse(text) as { '@graph': Entity[] })['@graph'];
}

describe('a crate', () => {
  it('holds every file that it describes, and each table is the result of one run', async () => {
    const graph = await graphOf();
    const files = graph.filter((entity) => entity['@type'] === 'File').map((entity) => entity['@id']);
    const own = files.filter((file) => !file.startsWith('https:'));
    for (const file of own) expect(existsSync(path.join(crate, file)), file).toBe(true);
    const results = graph
      .filter((entity) => entity['@type'] === 'CreateAction')
      .flatMap(({ result }) => result as { '@id': string } | { '@id': string }[])
      .map((one) => one['@id']);
    expect(results.sort()).toEqual(own.filter((file) => file.endsWith('.parquet')).sort());
  });

  it('refers to nothing that it does not describe', async () => {
    const graph = await graphOf();
    const known = new Set(graph.map((entity) => entity['@id']));
    const mentioned = [...JSON.stringify(graph).matchAll(/\{"@id":"([^"]+)"\}/g)].map(([, id]) => id);
    const elsewhere = mentioned.filter((id) => !known.has(id));
    expect(elsewhere).toEqual(['https://w3id.org/ro/crate/1.2']);
  });

  it('is not written over what is there', async () => {
    const paper = await loadPaper('cs-ib');
    await writeFile(path.join(folder, 'mine'), '');
    await expect(writeCrate(paper, folder, '')).rejects.toThrow(
      'is not empty: name a new folder by --output',
    );
  });

  it.skipIf(missing)(
    `is one by RO-Crate 1.2 and by Process Run Crate 0.5${missing}`,
    () => {
      const validate = (profile: string) =>
        execFileSync(python, [path.join(import.meta.dirname, 'validate.py'), crate, profile], {
          encoding: 'utf8',
        });
      expect(validate('ro-crate-1.2')).toBe('');
      expect(validate('process-run-crate-0.5')).toBe('');
    },
    240_000,
  );
});
