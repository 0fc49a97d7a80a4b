import { details } from './details.js';
import { element } from './element.js';

/** Controls of a figure that are in sight; of fields in one control, more than these are folded away in any case. */
const mostInSight = 3;
const mostFields = 7;

/**
 * Folds away all but the first few controls of a figure behind “More settings”, within the same element. What runs a live
 * piece stays in sight.
 *
 * @returns the folded controls' element, which can be opened; none where nothing is folded away
 */
export function foldAway(controls: HTMLElement): HTMLDetailsElement | undefined {
  const all = [...controls.querySelectorAll<HTMLElement>('.control:not(.live)')];
  const small = all.filter((control) => control.querySelectorAll('input').length <= mostFields);
  const inSight = small.slice(0, mostInSight);
  const folded = all.filter((control) => !inSight.includes(control));
  if (folded.length === 0) return undefined;
  const box = details('More settings', element('div', { class: 'controls' }, folded)) as HTMLDetailsElement;
  box.classList.add('more');
  // Before what runs a piece, which is set first.
  const live = controls.querySelector('.live');
  if (live?.parentElement === controls) live.before(box);
  else controls.append(box);
  return box;
}
