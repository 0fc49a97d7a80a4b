import { element, svgElement } from './element.js';

/** Code with a button that copies it: what Framework makes of a block of that language, such as `sh`. */
export function copyable(text: string, language: string): HTMLElement {
  const button = element(
    'button',
    { type: 'button', title: 'Copy code', class: 'observablehq-pre-copy' },
    svgElement(
      'svg',
      {
        width: 16,
        height: 16,
        viewBox: '0 0 16 16',
        fill: 'none',
        stroke: 'currentColor',
        'stroke-width': 2,
      },
      svgElement('path', {
        d: 'M2 6a1 1 0 0 1 1-1h7a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1ZM4 2h9a1 1 0 0 1 1 1v9',
      }),
    ),
  );
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(text).then(() => {
      button.classList.add('observablehq-pre-copied');
      button.addEventListener('animationend', () => button.classList.remove('observablehq-pre-copied'), {
        once: true,
      });
    });
  });
  return element(
    'div',
    { class: 'observablehq-pre-container', 'data-language': language },
    button,
    element('pre', { 'data-language': language }, element('code', { class: `language-${language}` }, text)),
  );
}
