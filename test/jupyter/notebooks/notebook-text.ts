/** A cell of a notebook that a test writes: its code, or its parts. */
export type WrittenCell =
  | string
  | {
      readonly type?: 'code' | 'markdown' | 'raw';
      readonly source: string;
      readonly tags?: readonly string[];
    };

/** The text of an .ipynb file. */
export function notebookText(cells: readonly WrittenCell[], more: object = {}): string {
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: 'litmus', language: 'typescript', display_name: 'TypeScript (Litmus)' } },
    cells: cells.map((cell, i) => {
      const { type = 'code', source, tags = [] } = typeof cell === 'string' ? { source: cell } : cell;
      return {
        id: `cell-${i}`,
        cell_type: type,
        metadata: { tags },
        source: source.split(/(?<=\n)/),
        ...(type === 'code' && { outputs: [], execution_count: null }),
      };
    }),
    ...more,
  });
}
