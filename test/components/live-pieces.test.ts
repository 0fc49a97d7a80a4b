import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../kernels/engine/root.js';
import type { LivePiece } from '../../src/components/live-run.js';

type Piece = LivePiece<unknown, unknown>;

const isPiece = (value: unknown): value is Piece =>
  typeof value === 'object' && value !== null && 'generator' in value && 'module' in value;

it('every live piece names a module and a generator that are there, as kernels and threads find them', async () => {
  const folder = path.join(root, 'src/components');
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('-piece.ts'));
  const pieces: Piece[] = [];
  for (const file of files) {
    const exported = (await import(path.join(folder, file))) as Record<string, unknown>;
    for (const value of Object.values(exported)) {
      // What takes the address of the WebAssembly module makes a piece of it.
      const made: unknown =
        typeof value === 'function' && value.length === 1 ? (value as (wasm: string) => unknown)('') : value;
      if (isPiece(made)) pieces.push(made);
    }
  }
  expect(pieces.map(({ module }) => module)).toEqual(
    expect.arrayContaining([
      'src/components/cs-ib/live-training.ts',
      'src/components/estimators/live-bench.ts',
    ]),
  );
  for (const { module, generator } of pieces) {
    const exported = (await import(path.join(root, module))) as Record<string, unknown>;
    expect(exported[generator], `${generator} of ${module}`).toBeTypeOf('function');
  }
});
