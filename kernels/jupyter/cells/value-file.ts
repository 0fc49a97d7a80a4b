import type { Notebook } from './notebook.js';
import type { ErrorReport, ValueFile } from './events.js';

/** The file that the first of these cells to have a value makes of it. */
export async function valueFile(
  cellIds: readonly string[],
  extension: string,
  notebook: Pick<Notebook, 'value'>,
  describe: (error: unknown) => ErrorReport,
): Promise<ValueFile> {
  for (const cellId of cellIds)
    try {
      const value = notebook.value(cellId);
      if (value === undefined) continue;
      // Only now: cells that are no data loader do not wait for it.
      const { fileBytes } = await import('../display/file-bytes.js');
      // A copy, since the value may go on being used here.
      return { cellId, bytes: new Uint8Array(fileBytes(value, extension)) };
    } catch (error) {
      return { cellId, error: describe(error) };
    }
  return undefined;
}
