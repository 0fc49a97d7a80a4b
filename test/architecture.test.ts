import { readdir, readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from '../kernels/engine/root.js';

/**
 * The floors of the house, lowest first: a file imports from its own floor and from those below. `src/papers` holds
 * the rooms of papers, which have a rule of their own on top.
 */
const floors = ['src/lib', 'src/papers', 'data-loaders', 'kernels'] as const;

const withoutExtension = (file: string) => file.replace(/\.(js|ts)$/, '');

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
        entry.isFile() && /\.(ts|js|md)$/.test(entry.name) && !entry.parentPath.includes('.observablehq'),
    )
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
  const found = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(path.join(root, file), 'utf8');
      const { importedFiles } = ts.preProcessFile(file.endsWith('.md') ? cellsOf(text) : text);
      return importedFiles.map(({ fileName: specifier }) => ({
        file,
        specifier,
        target: specifier.startsWith('.')
          ? withoutExtension(path.join(path.dirname(file), specifier))
          : undefined,
      }));
    }),
  );
  return found.flat();
}

/** The TypeScript of a page. */
const cellsOf = (page: string) =>
  Array.from(page.matchAll(/^```ts[^\n]*\n(.*?)^```$/gms), ([, cell]) => cell).join('\n');

/** Whose room a file stands in: `src/papers/<slug>/…`. */
const roomOf = (file: string) => /^src\/papers\/([^/]+)\//.exec(file)?.[1];

/** The paper or study that a file belongs to: its room, its loader, its components, its page. */
const paperOf = (file: string) =>
  roomOf(file) ??
  /^(?:data-loaders|src\/components|src\/papers)\/([^/]+?)(?:\/|\.md$)/.exec(file)?.[1] ??
  /^src\/([^/]+)\.md$/.exec(file)?.[1];

const floorOf = (file: string) => floors.findIndex((floor) => file.startsWith(`${floor}/`));

describe('the import rule', () => {
  it('src/lib imports from itself, data-loaders from src/lib, kernels from both, and never upwards', async () => {
    const imports = (await Promise.all(floors.map(importsBelow)))
      .flat()
      .filter(({ file, target }) => target !== undefined && !file.endsWith('.md'))
      .filter(({ file, target }) => !(file.startsWith('kernels/') && target!.startsWith('src/components/')));
    expect(imports.length).toBeGreaterThan(20);
    const upward = imports.filter(
      ({ file, target }) => floorOf(target!) < 0 || floorOf(target!) > floorOf(file),
    );
    expect(upward).toEqual([]);
  });

  it('the workbook alone draws with components what stands in pages ahead of time', async () => {
    const imports = (await importsBelow('kernels')).filter(({ target }) =>
      target?.startsWith('src/components/'),
    );
    expect(imports.length).toBeGreaterThan(0);
    expect(imports.filter(({ file }) => !file.startsWith('kernels/workbook/'))).toEqual([]);
  });

  it('src/components imports from itself, from src/lib and from rooms of papers alone', async () => {
    const imports = (await importsBelow('src')).filter(
      ({ file, target }) => file.startsWith('src/components/') && target,
    );
    expect(
      imports.filter(({ target }) => !/^src\/(components|lib)\//.test(target!) && !roomOf(target!)),
    ).toEqual([]);
  });

  it('a room is entered by its own paper’s loader, components and page, and by nobody else', async () => {
    const imports = (await Promise.all(['src', 'data-loaders', 'kernels'].map(importsBelow)))
      .flat()
      .filter(({ target }) => target && roomOf(target));
    expect(imports.length).toBeGreaterThan(5);
    expect(imports.filter(({ file, target }) => paperOf(file) !== roomOf(target!))).toEqual([]);
  });

  it('no run reaches what claims measure and tell with, so that none is stale for a word', async () => {
    const imports = (await Promise.all(['src', 'data-loaders'].map(importsBelow))).flat();
    const reached = new Map<string, string>();
    const isDefinition = (file: string, target: string) => file === `${target}.run.ts`;
    const visit = (module: string, run: string) => {
      if (reached.has(module)) return;
      reached.set(module, run);
      for (const { file, target } of imports)
        if (target && withoutExtension(file) === module && !isDefinition(file, target)) visit(target, run);
    };
    for (const { file, target } of imports) {
      if (!file.endsWith('.run.ts')) continue;
      visit(withoutExtension(file), file);
      // Of its definition a run knows the type alone, so that it does not reach what the definition is told with.
      if (target && isDefinition(file, target))
        expect(await readFile(path.join(root, file), 'utf8'), file).not.toMatch(
          new RegExp(`import (?!type )[^;]*from '\\./${path.basename(target)}\\.js'`),
        );
    }
    expect(reached.size).toBeGreaterThan(10);
    const telling = /^src\/lib\/(text\/|claims\/|experiment\/thumbnail$)/;
    expect([...reached].filter(([module]) => telling.test(module))).toEqual([]);
  });

  it('the library holds nothing that one paper alone uses: that stands in its room', async () => {
    const imports = (await Promise.all(['src', 'data-loaders', 'kernels'].map(importsBelow))).flat();
    const users = new Map<string, Set<string>>();
    const visit = (module: string, user: string) => {
      const known = users.get(module) ?? new Set();
      if (known.has(user)) return;
      users.set(module, known.add(user));
      for (const { file, target } of imports)
        if (target && withoutExtension(file) === module) visit(target, user);
    };
    // A study's page and the engine are the house's own: what they use is not one paper's.
    const papers = new Set(imports.flatMap(({ file }) => roomOf(file) ?? []));
    for (const { file } of imports) {
      const paper = paperOf(file);
      const user = paper !== undefined && papers.has(paper) && paper !== 'estimators' ? paper : 'the house';
      if (!file.startsWith('src/lib/')) visit(withoutExtension(file), user);
    }
    const ofOne = [...users].filter(
      ([module, of]) => module.startsWith('src/lib/') && of.size === 1 && !of.has('the house'),
    );
    expect(users.size).toBeGreaterThan(100);
    expect(ofOne.map(([module, of]) => `${module}: ${[...of].join()}`)).toEqual([]);
  });

  it('a room imports from itself and from src/lib alone', async () => {
    const imports = (await importsBelow('src')).filter(({ file, target }) => target && roomOf(file));
    expect(
      imports.filter(
        ({ file, target }) => roomOf(target!) !== roomOf(file) && !target!.startsWith('src/lib/'),
      ),
    ).toEqual([]);
  });

  it('nothing below src/ or data-loaders/ reaches for Node', async () => {
    const imports = [...(await importsBelow('src')), ...(await importsBelow('data-loaders'))];
    expect(imports.filter(({ specifier }) => isBuiltin(specifier))).toEqual([]);
  });

  it('no module imports itself by way of others', async () => {
    const imports = (await Promise.all(['src', 'data-loaders', 'kernels'].map(importsBelow))).flat();
    const graph = new Map<string, string[]>();
    for (const { file, target } of imports) {
      const from = withoutExtension(file);
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

describe('what is below src/lib', () => {
  /** Files outside `src/lib` that may be a reason for a module in it: tests are none. */
  const users = /^(src|data-loaders|kernels|docs\/notebooks)\/.*\.(ts|js|md|ipynb)$/;

  /** What pages and notebooks import; a notebook names a module of ours from the root, by `litmus:`. */
  async function importsOf(file: string): Promise<string[]> {
    const text = await readFile(path.join(root, file), 'utf8');
    const code = file.endsWith('.md')
      ? cellsOf(text)
      : file.endsWith('.ipynb')
        ? (JSON.parse(text) as { cells: { source: string | string[] }[] }).cells
            .map(({ source }) => [source].flat().join(''))
            .join('\n')
        : text;
    return ts
      .preProcessFile(code)
      .importedFiles.map(({ fileName }) => fileName)
      .filter((specifier) => /^(\.|litmus:)/.test(specifier))
      .map((specifier) =>
        specifier.startsWith('.')
          ? path.join(path.dirname(file), specifier)
          : specifier.slice('litmus:'.length),
      )
      .map((target) => target.replace(/\.js$/, '.ts'));
  }

  it('is reached by pages, components, data loaders or kernels, and not by tests alone', async () => {
    const folders = ['src', 'data-loaders', 'kernels', 'docs/notebooks'];
    const listed = folders.map(async (folder) =>
      (await readdir(path.join(root, folder), { recursive: true })).map((file) => path.join(folder, file)),
    );
    const files = (await Promise.all(listed))
      .flat()
      .filter((file) => users.test(file) && !file.includes('.observablehq'));
    const isLibrary = (file: string) => file.startsWith('src/lib/');
    const reached = new Set(files.filter((file) => !isLibrary(file)));
    // A set goes on with what is added to it while it is walked.
    for (const file of reached)
      for (const target of await importsOf(file)) if (files.includes(target)) reached.add(target);
    const library = files.filter(isLibrary);
    expect(library.length).toBeGreaterThan(100);
    // Sources of the WebAssembly routines are compiled, and what they become is imported.
    const unreached = library.filter((file) => !reached.has(file) && !file.includes('/assembly/'));
    expect(unreached).toEqual([]);
  });
});

it('no source file is longer than 320 lines', async () => {
  const files = new Set(
    (await Promise.all(['src', 'data-loaders', 'kernels'].map(importsBelow)))
      .flat()
      .map(({ file }) => file)
      .filter((file) => !file.endsWith('.md')),
  );
  const long = [];
  for (const file of files) {
    const lines = (await readFile(path.join(root, file), 'utf8')).split('\n').length;
    if (lines > 320) long.push(`${file}: ${lines}`);
  }
  expect(long).toEqual([]);
});

it('docs/architecture.md names every folder of src/lib', async () => {
  const folders = (await readdir(path.join(root, 'src/lib'), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const text = await readFile(path.join(root, 'docs/architecture.md'), 'utf8');
  const section = /^## The library\n(.*?)^## /ms.exec(text)?.[1] ?? '';
  const named = Array.from(section.matchAll(/^\| `([^`]+)` +\|/gm), ([, name]) => name);
  expect(named).toEqual(folders.sort());
});
