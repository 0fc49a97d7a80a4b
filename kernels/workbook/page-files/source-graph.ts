import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type BuildFailure, type Metafile, type Plugin, version as esbuildVersion } from 'esbuild';
import { readingOnly } from '../../engine/bundle-options.js';
import { sha256 } from '../../engine/checksum.js';
import { packageName } from '../../engine/code.js';
import { stableJson } from '../../engine/key.js';
import { packageVersion } from '../../engine/package-folder.js';
import { root } from '../../engine/root.js';

/** What modules of the checkout reach by their imports, as it read at one moment. */
export interface SourceGraph {
  /**
   * Stands for the text of some modules and of all that they reach, whenever it is imported, and for the versions of the
   * packages beyond: another value where any of it reads otherwise.
   *
   * @param modules absolute paths, among the entries of the graph
   */
  fingerprint(modules: readonly string[]): string;
}

/**
 * Reads modules and all that they import. One that cannot be parsed counts with its text, and reaches nothing.
 *
 * @param entries absolute paths
 */
export async function readSourceGraph(entries: readonly string[]): Promise<SourceGraph> {
  const inputs = await inputsFrom(entries);
  const read = async (name: string) => [name, sha256(await readFile(path.resolve(root, name)))] as const;
  const texts = new Map(await Promise.all(Object.keys(inputs).map(read)));
  const packages = Object.values(inputs).flatMap(({ imports }) => imports.flatMap(packageOf));
  const version = async (name: string) =>
    [name, await packageVersion(name).catch(() => 'not installed')] as const;
  const versions = new Map(await Promise.all(Array.from(new Set(packages), version)));
  return {
    fingerprint(modules) {
      const reached = new Set(modules.map((file) => path.relative(root, file)));
      const beyond = new Set<string>();
      for (const name of reached)
        for (const imported of inputs[name]?.imports ?? [])
          if (!imported.external) reached.add(imported.path);
          else for (const found of packageOf(imported)) beyond.add(found);
      return sha256(
        stableJson({
          esbuild: esbuildVersion,
          texts: Object.fromEntries(Array.from(reached, (name) => [name, texts.get(name) ?? 'not there'])),
          packages: Object.fromEntries(Array.from(beyond, (name) => [name, versions.get(name)])),
        }),
      );
    },
  };
}

type Inputs = Metafile['inputs'];

function packageOf({ path: specifier, external }: Inputs[string]['imports'][number]): readonly string[] {
  const name = external ? packageName(specifier) : undefined;
  return name === undefined ? [] : [name];
}

/** The modules and their imports. Each round leaves out what the one before could not read. */
async function inputsFrom(entries: readonly string[]): Promise<Inputs> {
  const unreadable = new Set<string>();
  for (;;) {
    try {
      const { metafile } = await build({
        entryPoints: [...entries],
        outdir: path.join(root, 'graph'),
        ...readingOnly,
        metafile: true,
        plugins: unreadable.size > 0 ? [withoutTextOf(unreadable)] : [],
      });
      return metafile.inputs;
    } catch (error) {
      const files = (error as BuildFailure).errors.map(({ location }) => location?.file);
      const found = files.filter((file) => file !== undefined).map((file) => path.resolve(root, file));
      if (found.every((file) => unreadable.has(file))) throw error;
      for (const file of found) unreadable.add(file);
    }
  }
}

function withoutTextOf(files: ReadonlySet<string>): Plugin {
  return {
    name: 'without-text',
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.[jt]s$/ }, ({ path: file }) => (files.has(file) ? { contents: '' } : undefined)),
  };
}
