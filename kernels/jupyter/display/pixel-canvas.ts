import type { DOMWindow } from 'jsdom';
import { encodePng } from './png.js';

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** The part of a canvas that needs no drawing library: opaque or transparent rectangles, and pixels. */
interface PixelContext {
  readonly canvas: HTMLCanvasElement;
  fillStyle: string;
  fillRect(x: number, y: number, width: number, height: number): void;
  clearRect(x: number, y: number, width: number, height: number): void;
  createImageData(width: number, height: number): Pixels;
  getImageData(x: number, y: number, width: number, height: number): Pixels;
  putImageData(image: Pixels, x: number, y: number): void;
}

/**
 * Gives the canvases of a jsdom window the few operations that Observable Plot's colour legends and raster marks
 * draw with, and `toDataURL`; jsdom's own canvas can do nothing. Rectangles lie on whole pixels and replace what is
 * below them; paths and text are missing.
 */
export function installPixelCanvas({ HTMLCanvasElement }: DOMWindow): void {
  const contexts = new WeakMap<HTMLCanvasElement, { context: PixelContext; pixels: () => Pixels }>();
  const drawingOf = (canvas: HTMLCanvasElement) => {
    const drawing = contexts.get(canvas) ?? createContext(canvas);
    contexts.set(canvas, drawing);
    return drawing;
  };
  Object.assign(HTMLCanvasElement.prototype, {
    getContext(this: HTMLCanvasElement, type: string) {
      return type === '2d' ? drawingOf(this).context : null;
    },
    toDataURL(this: HTMLCanvasElement) {
      const { data, width, height } = drawingOf(this).pixels();
      return `data:image/png;base64,${Buffer.from(encodePng(data, width, height)).toString('base64')}`;
    },
  });
}

function createContext(canvas: HTMLCanvasElement): { context: PixelContext; pixels: () => Pixels } {
  let current = blank(canvas.width, canvas.height);
  /** A canvas that has changed its size is empty. */
  const pixels = () => {
    if (current.width !== canvas.width || current.height !== canvas.height)
      current = blank(canvas.width, canvas.height);
    return current;
  };
  const context: PixelContext = {
    canvas,
    fillStyle: '#000000',
    fillRect(x, y, width, height) {
      fill(pixels(), [x, y, width, height], parseColour(context.fillStyle));
    },
    clearRect(x, y, width, height) {
      fill(pixels(), [x, y, width, height], [0, 0, 0, 0]);
    },
    createImageData: blank,
    getImageData(x, y, width, height) {
      const image = blank(width, height);
      copy(pixels(), image, -x, -y);
      return image;
    },
    putImageData(image, x, y) {
      copy(image, pixels(), x, y);
    },
  };
  return { context, pixels };
}

function blank(width: number, height: number): Pixels {
  return { width, height, data: new Uint8ClampedArray(width * height * 4) };
}

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

function fill({ data, width, height }: Pixels, rectangle: readonly number[], colour: Rgba): void {
  const [left, top, across, down] = rectangle.map(Math.round);
  for (let y = Math.max(0, top); y < Math.min(height, top + down); y++)
    for (let x = Math.max(0, left); x < Math.min(width, left + across); x++)
      data.set(colour, (y * width + x) * 4);
}

function copy(from: Pixels, to: Pixels, atX: number, atY: number): void {
  for (let y = Math.max(0, -atY); y < Math.min(from.height, to.height - atY); y++)
    for (let x = Math.max(0, -atX); x < Math.min(from.width, to.width - atX); x++) {
      const at = (y * from.width + x) * 4;
      to.data.set(from.data.subarray(at, at + 4), ((y + atY) * to.width + x + atX) * 4);
    }
}

/**
 * Red, green, blue and alpha, each from 0 to 255, of a colour as D3's interpolators write it.
 *
 * @throws {TypeError} for a colour in words or in another colour space.
 */
function parseColour(colour: string): Rgba {
  const text = String(colour).trim().toLowerCase();
  const hex = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.exec(text)?.[1];
  if (hex) {
    const size = hex.length < 6 ? 1 : 2;
    const part = (i: number) => parseInt(hex.slice(i * size, (i + 1) * size).repeat(3 - size), 16);
    return [part(0), part(1), part(2), hex.length / size === 4 ? part(3) : 255];
  }
  const parts = /^rgba?\(([^)]*)\)$/
    .exec(text)?.[1]
    .split(/[\s,/]+/)
    .filter(Boolean)
    .map(Number);
  if (!parts || parts.length < 3 || parts.some(Number.isNaN))
    throw new TypeError(`a canvas knows colours as #rrggbb and rgb(r, g, b) here, not as "${colour}"`);
  const [red, green, blue, alpha = 1] = parts;
  return [red, green, blue, alpha * 255];
}
