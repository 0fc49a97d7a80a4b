/** A picture by itself, with its size in pixels. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Pixels around the picture. */
const margin = 16;

const namespace = 'http://www.w3.org/2000/svg';

/**
 * What stands in an element of the page, its plots, headings and legends, as one SVG that needs nothing of the page: its
 * colours are those of the scheme that the reader sees.
 *
 * @param style within the picture, such as the page's font, which a picture that is shown by itself cannot reach
 */
export function pictureOf(plot: HTMLElement, style = ''): Picture {
  const box = plot.getBoundingClientRect();
  const look = getComputedStyle(plot);
  const [width, height] = [box.width + 2 * margin, box.height + 2 * margin].map(Math.ceil);
  const place = (rect: DOMRect) => ({ x: rect.x - box.x + margin, y: rect.y - box.y + margin });

  const parts = [...plot.querySelectorAll('svg')]
    .filter((svg) => svg.parentElement?.closest('svg') === null)
    .map((svg) => {
      const copy = svg.cloneNode(true) as SVGSVGElement;
      const rect = svg.getBoundingClientRect();
      const { x, y } = place(rect);
      const attributes = { x, y, width: rect.width, height: rect.height };
      for (const [name, value] of Object.entries(attributes)) copy.setAttribute(name, String(value));
      return new XMLSerializer().serializeToString(copy);
    });
  const words = wordsOf(plot).map(({ text, rect, look: { fontSize, fontWeight, color } }) => {
    const { x, y } = place(rect);
    // The line of the letters lies about a fifth of the size above the foot of their box.
    const line = y + rect.height / 2 + 0.32 * Number.parseFloat(fontSize);
    return `<text x="${x}" y="${line}" font-size="${fontSize}" font-weight="${fontWeight}" fill="${color}">${escape(text)}</text>`;
  });

  const ground = getComputedStyle(document.documentElement).getPropertyValue('--ground');
  const svg = [
    `<svg xmlns="${namespace}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` color="${look.color}" fill="${look.color}" font-family="${escape(look.fontFamily.replaceAll('"', "'"))}">`,
    style && `<style>${style}</style>`,
    `<rect width="${width}" height="${height}" fill="${ground}"/>`,
    ...parts,
    ...words,
    '</svg>',
  ].join('');
  return { svg: withColors(svg, look), width, height };
}

/** Names of colours replaced by what they stand for. */
const withColors = (svg: string, look: CSSStyleDeclaration) =>
  svg.replace(/var\((--[\w-]+)\)/g, (all, name: string) => look.getPropertyValue(name).trim() || all);

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The words that stand beside plots, and where: one by one, since lines break anywhere between them. */
function wordsOf(plot: HTMLElement) {
  const walker = document.createTreeWalker(plot, NodeFilter.SHOW_TEXT);
  const words: { text: string; rect: DOMRect; look: CSSStyleDeclaration }[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement!;
    if (parent.closest('svg, style') !== null) continue;
    for (const { 0: text, index } of node.textContent!.matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + text.length);
      const rect = range.getBoundingClientRect();
      if (rect.width > 0) words.push({ text, rect, look: getComputedStyle(parent) });
    }
  }
  return words;
}

/** How many dots of the image make a pixel of the page. */
const density = 2;

/** The same as an image of dots, in the page's own font. @throws {Error} where the browser cannot draw it */
export async function imageOf(plot: HTMLElement): Promise<Blob> {
  const { svg, width, height } = pictureOf(plot, await pageFont());
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), {
    width: density * width,
    height: density * height,
  });
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the browser could not make an image');
  return blob;
}

/** The rule of the page's upright font, with the font itself in it; nothing where there is none. */
async function pageFont(): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules];
    } catch {
      // The style sheet of another site, such as an extension's.
      return [];
    }
  });
  const face = rules
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .find(
      ({ style }) =>
        style.getPropertyValue('font-family').includes('Source Serif') &&
        style.getPropertyValue('font-style') !== 'italic',
    );
  const address = face && /url\("?([^")]+)"?\)/.exec(face.style.getPropertyValue('src'))?.[1];
  if (!face || address === undefined) return '';
  const bytes = await (await fetch(new URL(address, face.parentStyleSheet?.href ?? document.baseURI))).blob();
  return face.cssText.replace(address, await dataAddress(bytes));
}

function dataAddress(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error!);
    reader.readAsDataURL(content);
  });
}
