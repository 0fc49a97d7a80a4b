import path from 'node:path';
import ts from 'typescript';
import { root } from '../../engine/root.js';
import type { PageProblem } from './page-cells.js';
import { pageModules } from './page-modules.js';

/** A page's text, by its absolute path. */
export type Pages = ReadonlyMap<string, string>;

/**
 * Type-checks the cells of pages with the project's own compiler options.
 *
 * @returns the problems of each page that has any, in the order of its text
 */
export function checkTypes(pages: Pages): Map<string, PageProblem[]> {
  const found = new Map<string, PageProblem[]>();
  const texts = new Map<string, string>();
  const places = new Map<string, { page: string; offset: number; start: number; length: number }>();
  const modules = Array.from(pages, ([page, text]) => ({ page, ...pageModules(page, text) }));
  for (const { page, cells, scope, problems } of modules) {
    found.set(page, [...problems]);
    texts.set(scope.file, scope.text);
    for (const { file, text, cell, offset } of cells) {
      texts.set(file, text);
      places.set(file, { page, offset, start: cell.start, length: cell.code.length });
    }
  }

  const options = compilerOptions();
  const program = ts.createProgram({ rootNames: [...places.keys()], options, host: host(texts, options) });
  for (const [file, { page, offset, start, length }] of places) {
    const source = program.getSourceFile(file)!;
    for (const diagnostic of [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ]) {
      // What is wrong after the code, in what was added to it, comes from where the code ends.
      const within = Math.min(Math.max((diagnostic.start ?? 0) - offset, 0), length);
      const message = `${ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n  ')} (TS${diagnostic.code})`;
      found.get(page)!.push({ start: start + within, message });
    }
  }
  return new Map(
    Array.from(
      found,
      ([page, problems]) => [page, problems.sort((a, b) => a.start - b.start)] as const,
    ).filter(([, problems]) => problems.length > 0),
  );
}

/** The project's, for code that runs in a browser: nothing of Node is known. */
function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  // Names are handed on between cells whether they are types or values.
  return { ...options, types: [], verbatimModuleSyntax: false, isolatedModules: false };
}

/** Files on disk, and those that are on none. */
function host(texts: ReadonlyMap<string, string>, options: ts.CompilerOptions): ts.CompilerHost {
  const disk = ts.createCompilerHost(options, true);
  return {
    ...disk,
    fileExists: (file) => texts.has(file) || disk.fileExists(file),
    readFile: (file) => texts.get(file) ?? disk.readFile(file),
    getSourceFile(file, version, ...rest) {
      const text = texts.get(file);
      return text === undefined
        ? disk.getSourceFile(file, version, ...rest)
        : ts.createSourceFile(file, text, version, true);
    },
  };
}
