import type { ErrorReport, ValueFile } from './events.js';
import type { Notebook } from './notebook.js';

/** The file that the first of these cells to have a value makes of it, where no cell has failed since. */
export async function valueFile(
  cellIds: readonly string[],
  extension: string,
  notebook: Pick<Notebook, 'value' | 'failure'>,
  describe: (error: unknown) => ErrorReport,
): Promise<ValueFile> {
  const failure = notebook.failure();
  if (failure) return { cellId: failure.cellId, error: describe(failure.error), failed: true };
  for (const cellId of cellIds)
    try {
      const value = notebook.value(cellId);
      if (value === undefined) continue;
      // Only now: cells that are no data loader do not wait for it.
      const { fileBytes } = await import('../display/file-bytes.js');
      // A copy, since the value may go on being used here.
      return { cellId, bytes: new Uint8Array(fileBytes(value, extension)) };
    } catch (error) {
      return { cellId, error: describe(error), failed: false };
    }
  return undefined;
}
