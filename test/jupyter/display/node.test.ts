import * as Plot from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { toBundle } from '../../../kernels/jupyter/display/to-bundle.js';

const { window } = new JSDOM('');
const { document } = window;

function element(markup: string): Element {
  const root = document.createElement('div');
  root.innerHTML = markup;
  return root.firstElementChild!;
}

/** A file as an XML parser reads it; fails where it is not well-formed. */
function parseSvg(text: unknown): Element {
  const { documentElement } = new window.DOMParser().parseFromString(String(text), 'image/svg+xml');
  expect(documentElement.namespaceURI).toBe('http://www.w3.org/2000/svg');
  return documentElement;
}

it('shows a chart as HTML and as an SVG file that stands alone, and leaves it as it was', () => {
  const chart = Plot.plot({
    document,
    width: 300,
    height: 200,
    marks: [
      Plot.text([{ x: 1, y: 2 }], { x: 'x', y: 'y', text: () => 'a\u00a0&<b>' }),
      Plot.image([[1, 2]], { src: () => 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }),
    ],
  });
  const before = chart.outerHTML;
  const { data } = toBundle(chart);
  expect(chart.outerHTML).toBe(before);
  expect(data['text/plain']).toBe('<svg 300×200>');
  expect(data['text/html']).toBe(before);
  const svg = parseSvg(data['image/svg+xml']);
  expect(svg.querySelector('style')?.textContent).toContain('.plot-');
  expect(svg.textContent).toContain('a\u00a0&<b>');
});

it('sets the namespace once where the SVG has it already', () => {
  const svg = element('<svg viewBox="0 0 20 10"><path d="M0,0"/></svg>');
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const { data } = toBundle(svg);
  expect(data['text/plain']).toBe('<svg 20×10>');
  parseSvg(data['image/svg+xml']);
});

it('puts a shape into a picture', () => {
  const circle = element('<svg><circle r="3"/></svg>').firstElementChild;
  const { data } = toBundle(circle);
  expect(parseSvg(data['image/svg+xml']).firstElementChild?.localName).toBe('circle');
  expect(element(data['text/html'] as string).firstElementChild?.localName).toBe('circle');
});

it('shows a figure as HTML, flush with other output', () => {
  const figure = element('<figure style="max-width: initial;"><svg></svg></figure>');
  const before = figure.outerHTML;
  const { data } = toBundle(figure);
  expect(figure.outerHTML).toBe(before);
  expect(data).toEqual({
    'text/plain': '<figure>',
    'text/html': '<figure style="margin: 0; max-width: initial;"><svg></svg></figure>',
  });
});

it('shows elements, fragments and texts, and names other nodes', () => {
  expect(toBundle(element('<p>a &lt; b</p>')).data).toEqual({
    'text/plain': '<p>',
    'text/html': '<p>a &lt; b</p>',
  });
  const fragment = document.createDocumentFragment();
  fragment.append(element('<b>x</b>'), '<y>', document.createComment('z'));
  expect(toBundle(fragment).data['text/html']).toBe('<b>x</b>&lt;y&gt;');
  expect(toBundle(document.createTextNode('<y>')).data).toEqual({
    'text/plain': '"<y>"',
    'text/html': '&lt;y&gt;',
  });
  expect(toBundle(document).data).toEqual({ 'text/plain': '#document' });
});

it('serialises without XMLSerializer where a DOM has none', () => {
  const orphan = new window.DOMParser().parseFromString('<svg><text>a&nbsp;b</text></svg>', 'text/html');
  expect(orphan.defaultView).toBeNull();
  const svg = orphan.querySelector('svg')!;
  expect(parseSvg(toBundle(svg).data['image/svg+xml']).textContent).toBe('a\u00a0b');
  expect(svg.hasAttribute('xmlns')).toBe(false);
});
