import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../engine/root.js';

/** The subjects of `src/lib` with routines of their own in AssemblyScript. */
export const assemblySubjects = ['compute', 'information'] as const;

/** The module that holds a subject's compiled routines, and which pages and loaders import. */
export const assemblyModule = (subject: string) => path.join(root, `src/lib/${subject}/assembly-bytes.ts`);

/** Compiles the AssemblyScript of a subject, and returns the text of the module that holds its bytes. */
export async function assemble(subject: (typeof assemblySubjects)[number]): Promise<string> {
  const source = `src/lib/${subject}/assembly/kernels.ts`;
  // A development dependency, needed by nobody who does not change that source.
  const { main } = await import('assemblyscript/asc');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-assembly-'));
  try {
    const out = path.join(folder, 'kernels.wasm');
    const { error, stderr } = await main([
      ...[path.join(root, source), '--baseDir', root, '--outFile', path.relative(root, out)],
      ...['--optimizeLevel', '3', '--converge', '--noAssert', '--enable', 'simd'],
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
  for (const subject of assemblySubjects) await writeFile(assemblyModule(subject), await assemble(subject));
