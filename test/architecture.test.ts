import { readdir, readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from '../kernels/engine/root.js';

/** The floors of the house, lowest first: a file imports from its own floor and from those below. */
const floors = ['src/lib', 'data-loaders', 'kernels'] as const;

interface Import {
  readonly file: string;
  readonly specifier: string;
  /** Path of a local import from the root, without its extension. */
  readonly target?: string;
}

async function importsBelow(folder: string): Promise<Import[]> {
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries
    .filter(
      (entry) =>
        entry.isFile() && /\.(ts|js)$/.test(entry.name) && !entry.parentPath.includes('.observablehq'),
    )
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
  const found = await Promise.all(
    files.map(async (file) => {
      const { importedFiles } = ts.preProcessFile(await readFile(path.join(root, file), 'utf8'));
      return importedFiles.map(({ fileName: specifier }) => ({
        file,
        specifier,
        target: specifier.startsWith('.')
          ? path.join(path.dirname(file), specifier).replace(/\.(js|ts)$/, '')
          : undefined,
      }));
    }),
  );
  return found.flat();
}

/** The paper to which a folder belongs: its room below `src/papers`, its loader or its components. */
const roomOf = (file: string) => /^src\/papers\/([^/]+)\//.exec(file)?.[1];
const paperOf = (file: string) => /^(?:src\/papers|src\/components|data-loaders)\/([^/]+)\//.exec(file)?.[1];

const floorOf = (file: string) => floors.findIndex((floor) => file.startsWith(`${floor}/`));

describe('the import rule', () => {
  it('src/lib imports from itself, data-loaders from src/lib, kernels from both, and never upwards', async () => {
    const imports = (await Promise.all(floors.map(importsBelow)))
      .flat()
      .filter(({ target }) => target !== undefined && !roomOf(target));
    expect(imports.length).toBeGreaterThan(20);
    const upward = imports.filter(
      ({ file, target }) => floorOf(target!) < 0 || floorOf(target!) > floorOf(file),
    );
    expect(upward).toEqual([]);
  });

  it('src/components imports from itself and from src/lib alone', async () => {
    const imports = (await importsBelow('src')).filter(
      ({ file, target }) => file.startsWith('src/components/') && target && !roomOf(target),
    );
    expect(imports.filter(({ target }) => !/^src\/(components|lib)\//.test(target!))).toEqual([]);
  });

  it('a paper’s room imports from src/lib, and is imported by that paper’s loader and components alone', async () => {
    const imports = (await Promise.all(['src', 'data-loaders', 'kernels'].map(importsBelow)))
      .flat()
      .filter(({ target }) => target !== undefined);
    const outward = imports.filter(({ file, target }) => roomOf(file) && !roomOf(target!));
    expect(outward.filter(({ target }) => !target!.startsWith('src/lib/'))).toEqual([]);
    const inward = imports.filter(({ target }) => roomOf(target!));
    expect(inward.length).toBeGreaterThan(0);
    expect(inward.filter(({ file, target }) => paperOf(file) !== roomOf(target!))).toEqual([]);
  });

  it('nothing below src/ or data-loaders/ reaches for Node', async () => {
    const imports = [...(await importsBelow('src')), ...(await importsBelow('data-loaders'))];
    expect(imports.filter(({ specifier }) => isBuiltin(specifier))).toEqual([]);
  });

  it('no module imports itself by way of others', async () => {
    const imports = (await Promise.all(['src', 'data-loaders', 'kernels'].map(importsBelow))).flat();
    const graph = new Map<string, string[]>();
    for (const { file, target } of imports) {
      const from = file.replace(/\.(js|ts)$/, '');
      graph.set(from, [...(graph.get(from) ?? []), ...(target ? [target] : [])]);
    }
    const circles: string[][] = [];
    const done = new Set<string>();
    const visit = (node: string, trail: string[]) => {
      if (trail.includes(node)) circles.push([...trail.slice(trail.indexOf(node)), node]);
      if (done.has(node)) return;
      done.add(node);
      for (const next of graph.get(node) ?? []) visit(next, [...trail, node]);
    };
    for (const node of graph.keys()) visit(node, []);
    expect(circles).toEqual([]);
  });
});

it('no source file is longer than 320 lines', async () => {
  const files = new Set(
    (await Promise.all(['src', 'data-loaders', 'kernels'].map(importsBelow))).flat().map(({ file }) => file),
  );
  const long = [];
  for (const file of files) {
    const lines = (await readFile(path.join(root, file), 'utf8')).split('\n').length;
    if (lines > 320) long.push(`${file}: ${lines}`);
  }
  expect(long).toEqual([]);
});
