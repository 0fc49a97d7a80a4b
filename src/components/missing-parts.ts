import type { MissingPart } from '../lib/experiment/missing.js';
import { element } from './element.js';

/** Says of which papers nothing is shown, since their claims could not be judged, and why; nothing where all are there. */
export function missingClaims(missing: readonly MissingPart[]): HTMLElement | null {
  if (missing.length === 0) return null;
  return element(
    'div',
    { class: 'note', role: 'note' },
    missing.map(({ paper, reason }) =>
      element('p', {}, `The claims of ${paper} are missing here: ${reason}`),
    ),
  );
}
