import { isBuiltin } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { packageFolder } from '../../engine/package-folder.js';
import type { CellModules } from './cell-modules.js';
import { disk, isDeclaration } from './disk.js';
import type { Folders } from './folders.js';
import { installed } from './specifier.js';

/** TypeScript's own service, and when it looks at the disk. */
export interface TypescriptService {
  readonly service: ts.LanguageService;
  /** From here on, files may have changed. */
  refresh(): void;
}

/** TypeScript's own service over the modules of cells and what they import from the disk. */
export function typescriptService(modules: CellModules, { folder, root }: Folders): TypescriptService {
  const files = disk();
  const nodeTypes = packageFolder('@types/node', root);
  const settings: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ['node'],
    typeRoots: nodeTypes ? [path.dirname(nodeTypes)] : [],
    strict: true,
    allowJs: true,
    // Packages without declarations: their own code and what it imports.
    maxNodeModuleJsDepth: 2,
    resolveJsonModule: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const fileExists = (file: string) => modules.read(file) !== undefined || ts.sys.fileExists(file);
  const readFile = (file: string) => modules.read(file)?.text ?? ts.sys.readFile(file);
  const newCache = () => ts.createModuleResolutionCache(folder, (name) => name, settings);
  let resolutions = newCache();
  const { directoryExists, getDirectories, readDirectory, realpath } = ts.sys;

  const resolve = (
    name: string,
    from: string,
    mode: ts.ResolutionMode,
  ): ts.ResolvedModuleWithFailedLookupLocations => {
    const virtual = modules.resolve(name);
    if (virtual !== undefined)
      return { resolvedModule: { resolvedFileName: virtual, extension: ts.Extension.Ts } };
    const wanted = installed(name);
    // Node's own modules are declared, and in no file of their own.
    if (isBuiltin(wanted)) return { resolvedModule: undefined };
    const lookUp = (file: string) =>
      ts.resolveModuleName(wanted, file, settings, host, resolutions, undefined, mode);
    const near = lookUp(from);
    // What the folder of the notebook has not installed is taken from the checkout.
    const found =
      near.resolvedModule || ts.isExternalModuleNameRelative(wanted)
        ? near
        : lookUp(path.join(root, 'index.ts'));
    // Declarations that mention a package without any are not worth reading its code for.
    const useless = isDeclaration(from) && /\.[cm]?js$/.test(found.resolvedModule?.resolvedFileName ?? '');
    return useless ? { resolvedModule: undefined } : found;
  };

  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => settings,
    getScriptFileNames: () => [...modules.roots],
    getScriptVersion: (file) => modules.read(file)?.version ?? files.version(file) ?? '',
    getScriptSnapshot(file) {
      const virtual = modules.read(file);
      return virtual ? ts.ScriptSnapshot.fromString(virtual.text) : files.snapshot(file);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists,
    readFile,
    directoryExists,
    getDirectories,
    readDirectory,
    realpath,
    resolveModuleNameLiterals: (literals, from, _redirect, options, source) =>
      literals.map((literal) =>
        resolve(literal.text, from, ts.getModeForUsageLocation(source, literal, options)),
      ),
  };
  return {
    service: ts.createLanguageService(host),
    refresh() {
      files.refresh();
      resolutions = newCache();
    },
  };
}
