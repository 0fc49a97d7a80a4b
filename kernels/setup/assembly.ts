import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../engine/root.js';

/** What AssemblyScript is compiled to: a module of `src/lib` that pages and loaders import. */
export interface AssemblyModule {
  /** The folder of `src/lib` whose `assembly/` is compiled. */
  readonly subject: string;
  /** The module below that folder. */
  readonly file: string;
  /** The extensions of WebAssembly that the routines use. */
  readonly features: readonly string[];
}

/** The modules that hold compiled routines; those of `compute` once more with the fused multiply-add of newer engines. */
export const assemblyModules: readonly AssemblyModule[] = [
  { subject: 'compute', file: 'assembly-bytes.ts', features: ['simd'] },
  { subject: 'compute', file: 'assembly-bytes-fused.ts', features: ['simd', 'relaxed-simd'] },
  { subject: 'information', file: 'assembly-bytes.ts', features: ['simd'] },
];

/** Where a module lies. */
export const assemblyPath = ({ subject, file }: AssemblyModule) => path.join(root, 'src/lib', subject, file);

/** Compiles the AssemblyScript of a subject, and returns the text of the module that holds its bytes. */
export async function assemble({ subject, features }: AssemblyModule): Promise<string> {
  const source = `src/lib/${subject}/assembly/kernels.ts`;
  // A development dependency, needed by nobody who does not change that source.
  const { main } = await import('assemblyscript/asc');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-assembly-'));
  try {
    const out = path.join(folder, 'kernels.wasm');
    const { error, stderr } = await main([
      ...[path.join(root, source), '--baseDir', root, '--outFile', path.relative(root, out)],
      ...['--optimizeLevel', '3', '--converge', '--noAssert'],
      ...features.flatMap((feature) => ['--enable', feature]),
      ...['--runtime', 'stub', '--importMemory', '--noExportMemory'],
    ]);
    if (error) throw new Error(`${source} does not compile:\n${stderr.toString()}`, { cause: error });
    const text = (await readFile(out)).toString('base64');
    return [
      `// Compiled from ${source} by kernels/setup/assembly.ts; a test compares the two.`,
      'export const assemblyBytes =',
      `  '${text}';`,
      '',
    ].join('\n');
  } finally {
    await rm(folder, { recursive: true });
  }
}

// Run as a program, it writes the modules.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const module of assemblyModules) await writeFile(assemblyPath(module), await assemble(module));
