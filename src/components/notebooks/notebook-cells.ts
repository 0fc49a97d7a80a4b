import { element } from '../element.js';

/** What is shown here of a notebook's file (nbformat 4). */
interface NotebookFile {
  readonly cells: readonly {
    readonly cell_type: string;
    readonly source: string | readonly string[];
    readonly metadata: { readonly tags?: readonly string[] };
  }[];
}

/** The code cells of a notebook, in their order, each with its tags. */
export function notebookCells({ cells }: NotebookFile): HTMLElement {
  return element(
    'ol',
    { class: 'cells' },
    cells
      .filter(({ cell_type: type }) => type === 'code')
      .map(({ source, metadata: { tags = [] } }) =>
        element(
          'li',
          {},
          tags.length > 0 ? element('p', {}, `Tagged ${tags.map((tag) => `“${tag}”`).join(', ')}:`) : null,
          element(
            'pre',
            { tabindex: 0 },
            element('code', {}, typeof source === 'string' ? source : source.join('')),
          ),
        ),
      ),
  );
}
