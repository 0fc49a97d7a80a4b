import { randomUUID } from 'node:crypto';
import type { MimeBundle } from '../display/mime-bundle.js';
import type { Cell } from './cell.js';
import type { Output } from './events.js';
import type { Run } from './run.js';

const empty: MimeBundle = { data: { 'text/plain': '' }, metadata: {} };

/**
 * Where a display of a run goes. What a request asked for is appended to the cell; what was computed again
 * because something changed takes the place of what the cell showed before, display by display.
 *
 * @param last whether it is the cell's value, rather than one it displays on its way
 */
export function place(cell: Cell, run: Run, bundle: MimeBundle, last: boolean): Output {
  const index = run.shown++;
  if (index < cell.slots.length) {
    run.latest = bundle;
    return { type: 'display', bundle, displayId: cell.slots[index], update: true };
  }
  const full = !run.requested && cell.slots.at(-1);
  if (full) {
    // An output that is already on the page has no room for one more: it joins the last.
    run.latest = join(run.latest, bundle);
    return { type: 'display', bundle: run.latest, displayId: full, update: true };
  }
  if (!cell.reactive) return last ? { type: 'result', bundle } : { type: 'display', bundle };
  const displayId = randomUUID();
  cell.slots.push(displayId);
  return { type: 'display', bundle, displayId };
}

/** Empties the places of a cell that a run has not filled again. */
export function emptyTheRest(cell: Cell, run: Run): Output[] {
  return cell.slots
    .slice(run.shown)
    .map((displayId) => ({ type: 'display', bundle: empty, displayId, update: true }));
}

/** Two displays in one place. */
function join(first: MimeBundle | undefined, second: MimeBundle): MimeBundle {
  if (!first) return second;
  const text = [first, second].map(({ data }) => String(data['text/plain'] ?? '')).join('\n');
  const html = [first, second].map(asHtml).join('\n');
  return { data: { 'text/plain': text, 'text/html': html }, metadata: {} };
}

function asHtml({ data }: MimeBundle): string {
  const rich = data['text/html'] ?? data['image/svg+xml'];
  if (typeof rich === 'string') return rich;
  const text = String(data['text/plain'] ?? '');
  return `<pre>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</pre>`;
}
