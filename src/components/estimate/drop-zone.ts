import { element } from '../element.js';

/** What a file may be, as a browser's dialogue asks. */
const accepted = '.csv,.tsv,.txt,.tab,.parquet,.arrow,.feather,.ipc,text/csv,text/tab-separated-values';

/**
 * Where a reader drops a file, or chooses one: a labelled field, of which the whole box is the label.
 *
 * @param take gets the file
 */
export function dropZone(take: (file: File) => void): HTMLElement {
  const input = element('input', { type: 'file', accept: accepted });
  const box = element(
    'label',
    { class: 'drop-zone' },
    element('strong', {}, 'Drop a table here, or choose one: '),
    input,
    element(
      'span',
      { class: 'aside' },
      'CSV, TSV, Parquet or Arrow. Nothing is uploaded: the file is read and the numbers are computed in this page, on your device.',
    ),
  );
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) take(file);
    // The same file can be chosen again, once it was mended.
    input.value = '';
  });
  const over = (is: boolean) => (event: DragEvent) => {
    event.preventDefault();
    box.classList.toggle('over', is);
  };
  box.addEventListener('dragover', over(true));
  box.addEventListener('dragleave', over(false));
  box.addEventListener('drop', (event) => {
    over(false)(event);
    const [file] = event.dataTransfer?.files ?? [];
    if (file) take(file);
  });
  return box;
}
