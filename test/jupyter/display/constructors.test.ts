import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import {
  bundle,
  html,
  image,
  json,
  md,
  svg,
  tex,
  vegaLite,
} from '../../../kernels/jupyter/display/constructors.js';
import { toBundle } from '../../../kernels/jupyter/display/to-bundle.js';

const shown = (value: unknown) => toBundle(value).data;

describe('html, svg and md', () => {
  it('show a text as it is', () => {
    expect(shown(html('<b>x</b>'))).toEqual({ 'text/plain': '<b>x</b>', 'text/html': '<b>x</b>' });
    expect(shown(svg('<svg/>'))['image/svg+xml']).toBe('<svg/>');
    expect(shown(md('# x'))).toEqual({ 'text/plain': '# x', 'text/markdown': '# x' });
  });

  it('escape what a template brings in, wherever it stands', () => {
    const { document } = new JSDOM('').window;
    fc.assert(
      fc.property(fc.string(), (text) => {
        const root = document.createElement('div');
        root.innerHTML = shown(html`<p title="${text}">${text}</p>`)['text/html'] as string;
        expect(root.childNodes).toHaveLength(1);
        expect(root.firstElementChild?.getAttribute('title')).toBe(text);
        expect(root.textContent).toBe(text);
      }),
    );
  });

  it('take nodes, lists and html itself into a template, and leave out what is not there', () => {
    const { document } = new JSDOM('').window;
    const node = document.createElement('hr');
    const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`);
    expect(shown(html`${node}${items}${null}${undefined}${false}${0}`)['text/html']).toBe(
      '<hr><li>a</li><li>&lt;b&gt;</li>0',
    );
  });

  it('keep the backslashes of formulas', () => {
    expect(shown(md`$\alpha + \beta = ${3}$`)['text/markdown']).toBe('$\\alpha + \\beta = 3$');
  });

  it('refuse what is no text', () => {
    expect(() => html(3 as never)).toThrow(new TypeError('expected a text, got a number'));
  });
});

describe('tex', () => {
  it.each([
    ['x^2', '$$x^2$$'],
    [' \\begin{pmatrix}1\\end{pmatrix} x ', '$$\\begin{pmatrix}1\\end{pmatrix} x$$'],
    ['$x$', '$x$'],
    ['$$x$$', '$$x$$'],
    ['\\(x\\)', '\\(x\\)'],
    ['\\[x\\]', '\\[x\\]'],
    ['\\begin{align*}x\\end{align*}', '\\begin{align*}x\\end{align*}'],
  ])('delimits %s where nothing else does', (text, formula) => {
    expect(shown(tex(text))['text/latex']).toBe(formula);
  });
});

describe('json and vegaLite', () => {
  it('hold a copy, as JSON reads it', () => {
    const value = { a: [1, new Date(0)] };
    const shownJson = json(value);
    value.a.length = 0;
    expect(shown(shownJson)['application/json']).toEqual({ a: [1, '1970-01-01T00:00:00.000Z'] });
    expect(() => json(3n)).toThrow(TypeError);
    expect(() => json({ a: new Map() })).toThrow(/"a" is a Map/);
  });

  it('take the version from the schema', () => {
    const spec = { mark: 'bar' };
    expect(shown(vegaLite(spec))['application/vnd.vegalite.v5+json']).toEqual(spec);
    const six = { $schema: 'https://vega.github.io/schema/vega-lite/v6.1.json', mark: 'bar' };
    expect(shown(vegaLite(six))['application/vnd.vegalite.v6+json']).toEqual(six);
    expect(() => vegaLite({ $schema: 'https://vega.github.io/schema/vega/v5.json' })).toThrow(/bundle\(\)/);
    expect(() => vegaLite('{}' as never)).toThrow(TypeError);
  });
});

describe('image', () => {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

  it.each([
    ['image/png', '\x89PNG\r\n\x1a\nrest'],
    ['image/jpeg', '\xff\xd8\xff\xe0rest'],
    ['image/gif', 'GIF89arest'],
    ['image/webp', 'RIFF\x01\x02\x03\x04WEBPrest'],
  ])('knows %s', (type, content) => {
    const { data, metadata } = toBundle(image(bytes(content), { width: 10, alt: 'a dot' }));
    expect(data).toEqual({
      'text/plain': 'a dot',
      [type]: Buffer.from(content, 'latin1').toString('base64'),
    });
    expect(metadata).toEqual({ [type]: { width: 10, alt: 'a dot' } });
  });

  it('reads the bytes of a view alone', () => {
    const view = new Uint8Array(bytes('xxGIF89ayy').buffer, 2, 6);
    expect(shown(image(view))['image/gif']).toBe(Buffer.from('GIF89a').toString('base64'));
  });

  it('keeps SVG as text, after whatever stands before its root', () => {
    const text = '\uFEFF<?xml version="1.0"?>\n<!-- é -->\n<svg xmlns="http://www.w3.org/2000/svg"/>';
    expect(shown(image(new TextEncoder().encode(text)))['image/svg+xml']).toBe(text);
  });

  it('says what it takes', () => {
    expect(() => image(bytes('%PDF-1.7'))).toThrow(/8 bytes are no PNG, JPEG, GIF, WebP or SVG/);
    expect(() => image('x' as never)).toThrow(/Uint8Array/);
  });
});

describe('bundle', () => {
  it('passes on data and metadata, and adds a text', () => {
    const data = { 'application/x.made-up': 'abc' };
    expect(toBundle(bundle(data, { any: 1 }))).toEqual({
      data: { 'text/plain': '<application/x.made-up>', ...data },
      metadata: { any: 1 },
    });
  });

  it('refuses what cannot be sent', () => {
    expect(() => bundle({})).toThrow(TypeError);
    expect(() => bundle({ html: 'x' })).toThrow(TypeError);
    expect(() => bundle({ 'text/plain': 'x' }, [])).toThrow(TypeError);
  });
});

it('names what is nested in another value', () => {
  expect(shown([html('x'), md('y')])).toEqual({ 'text/plain': '[ <text/html>, <text/markdown> ]' });
});
