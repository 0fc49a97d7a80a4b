import { claimColumns, claimSchema } from '../lib/claims/claim-columns.js';
import { element } from './element.js';
import { readRows } from './read-rows.js';
import { csvFile, save } from './save.js';

/** Ways to take claims along: as CSV, which is made when it is asked for, and as Parquet. @param href of `claims.parquet` */
export function claimDownloads(href: string): HTMLElement {
  const button = element('button', { type: 'button' }, 'Download as CSV');
  const problem = element('span', { role: 'status' });
  button.addEventListener('click', () => {
    readRows(href, claimSchema).then(
      ({ rows }) => save('claims.csv', csvFile(Object.keys(claimColumns), rows)),
      (error: Error) => (problem.textContent = error.message),
    );
  });
  return element(
    'p',
    { class: 'downloads' },
    button,
    ' ',
    element('a', { href, download: 'claims.parquet' }, 'Download as Parquet'),
    problem,
  );
}
