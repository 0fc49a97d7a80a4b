import { element } from '../element.js';

/** The address of the page with the settings of the moment, to be copied. */
export function linkField(window: Window): HTMLElement {
  const input = element('input', { type: 'text', readonly: true, size: 24, value: window.location.href });
  input.addEventListener('focus', () => {
    input.value = window.location.href;
    input.select();
  });
  return element(
    'p',
    { class: 'controls' },
    element('label', { class: 'control' }, 'Link to these settings', input),
    element(
      'span',
      { class: 'aside' },
      'It holds names of columns and settings, never data: who opens it brings the table.',
    ),
  );
}
