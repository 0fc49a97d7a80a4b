import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inflateSync } from 'node:zlib';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { installLazyDom } from '../../../kernels/jupyter/display/lazy-dom.js';
import { withDocument } from '../../../kernels/jupyter/display/plot-document.js';

describe('charts in a fresh process', () => {
  let seen: {
    readonly early: { readonly jsdomLoaded: boolean; readonly scriptDocument: unknown };
    readonly isBrowser: boolean;
    readonly window: string;
    readonly ownerIsDocument: boolean;
    readonly isNode: boolean;
    readonly charts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
  beforeAll(async () => {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', 'test/jupyter/display/charts.ts'],
      { maxBuffer: 1e8 },
    );
    expect(stderr).toBe('');
    seen = JSON.parse(stdout.slice(stdout.indexOf('{"early"')));
  });

  it('load no DOM before one is drawn', () => {
    expect(seen.early).toEqual({ jsdomLoaded: false, scriptDocument: null });
  });

  it('leave no window behind, so that TensorFlow.js stays in Node', () => {
    expect(seen).toMatchObject({ window: 'undefined', isBrowser: false });
  });

  it('are nodes of the document that cells see', () => {
    expect(seen).toMatchObject({ ownerIsDocument: true, isNode: true });
  });

  it('are drawn without set-up', () => {
    const texts = Object.entries(seen.charts).map(([name, data]) => [name, data['text/plain']]);
    expect(Object.fromEntries(texts)).toEqual({
      line: '<svg 640×400>',
      swatches: '<figure>',
      ramp: '<figure>',
      text: '<svg 640×400>',
      auto: '<svg 640×400>',
      bars: '<svg 640×120>',
      raster: '<svg 80×60>',
      legend: '<svg 240×50>',
    });
  });

  it('carry their legends, and pictures of colours', () => {
    const { swatches, ramp, raster } = seen.charts;
    expect(swatches['text/html'].match(/-swatch"/g)).toHaveLength(3);
    expect(ramp['text/html']).toContain('<h2>Sine</h2>');
    const colours = pixels(ramp['text/html']);
    expect(colours).toHaveLength(256 * 4);
    // The ends of the scheme viridis.
    expect([...colours.subarray(0, 4)]).toEqual([68, 1, 84, 255]);
    expect([...colours.subarray(-4)]).toEqual([253, 231, 37, 255]);
    expect(new Set(pixels(raster['text/html'])).size).toBeGreaterThan(50);
  });
});

/** The bytes of the first PNG in a page, read independently of how it was written: one IDAT, filter 0. */
function pixels(html: string): Uint8Array {
  const file = Buffer.from(/data:image\/png;base64,([\w+/=]+)/.exec(html)![1], 'base64');
  const width = file.readUInt32BE(16);
  const idat = file.indexOf('IDAT');
  const lines = inflateSync(file.subarray(idat + 4, idat + 4 + file.readUInt32BE(idat - 4)));
  return Uint8Array.from(lines.filter((_, at) => at % (width * 4 + 1) !== 0));
}

describe('installLazyDom', () => {
  it('keeps what is there, and lets names be taken', () => {
    const Own = Map;
    const target: Record<string, unknown> = { Node: Own };
    installLazyDom(target);
    expect(target.Node).toBe(Own);
    expect(Object.keys(target)).toEqual(['Node']);
    target.document = 'mine';
    expect(target.document).toBe('mine');
  });

  it('stands for the document until it is used, then gives way to it', () => {
    const target = {} as { document: Document; Node: typeof Node; HTMLElement: typeof HTMLElement };
    installLazyDom(target);
    const early = target.document;
    expect(early.currentScript).toBeNull();
    const div = early.createElement('div');
    expect(div).toBeInstanceOf(target.HTMLElement);
    expect(div.ownerDocument).toBe(target.document);
    expect(early).toBeInstanceOf(target.Node);
    expect('body' in early).toBe(true);
    early.title = 'x';
    expect(target.document.title).toBe('x');
  });
});

describe('a canvas', () => {
  const target = {} as { document: Document };
  installLazyDom(target);
  const draw = (width: number, height: number) => {
    const canvas = target.document.createElement('canvas');
    Object.assign(canvas, { width, height });
    return { canvas, context: canvas.getContext('2d')! };
  };

  it.each([
    ['#f80', [255, 136, 0, 255]],
    ['#ff880080', [255, 136, 0, 128]],
    ['rgb(1, 2, 3)', [1, 2, 3, 255]],
    ['rgba(1, 2, 3, 0.5)', [1, 2, 3, 128]],
  ])('fills with %s', (colour, rgba) => {
    const { canvas, context } = draw(2, 1);
    context.fillStyle = colour;
    context.fillRect(1, 0, 5, 5);
    expect([...pixels(canvas.toDataURL())]).toEqual([0, 0, 0, 0, ...rgba]);
    expect([...context.getImageData(1, 0, 1, 1).data]).toEqual(rgba);
  });

  it('refuses a colour that it would get wrong', () => {
    const { context } = draw(1, 1);
    context.fillStyle = 'rebeccapurple';
    expect(() => context.fillRect(0, 0, 1, 1)).toThrow(/rebeccapurple/);
  });

  it('takes images, cut at its edges, and is empty after a change of size', () => {
    const { canvas, context } = draw(2, 2);
    const image = context.createImageData(2, 2);
    image.data.fill(9);
    context.putImageData(image, 1, -1);
    expect([...pixels(canvas.toDataURL())].map((value) => value / 9)).toEqual(
      [0, 1, 0, 0].flatMap((value) => [value, value, value, value]),
    );
    canvas.width = 1;
    expect([...pixels(canvas.toDataURL())]).toEqual(new Array(8).fill(0));
  });

  it('has no other kind of context', () => {
    expect(draw(1, 1).canvas.getContext('webgl')).toBeNull();
  });
});

describe('withDocument', () => {
  it('leaves other modules, and a document that is given, alone', async () => {
    const other = { plot: () => 1 };
    expect(withDocument(other, () => expect.fail())).toBe(other);
    const own = new JSDOM('').window.document;
    const Plot = withDocument(await import('@observablehq/plot'), () => new JSDOM('').window.document);
    expect(Plot.plot({ document: own }).ownerDocument).toBe(own);
    expect(Plot.plot().ownerDocument).not.toBe(own);
    expect(Plot.frame().plot({ document: own }).ownerDocument).toBe(own);
  });
});
