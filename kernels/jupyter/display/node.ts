import { escapeHtml } from './escape.js';
import { cut } from './inspect-text.js';
import type { MimeBundle } from './mime-bundle.js';

const svgNamespace = 'http://www.w3.org/2000/svg';
const nodeType = { element: 1, text: 3, fragment: 11 } as const;

/** Whether a value is a DOM node, of jsdom or of any other DOM. */
export function isNode(value: unknown): value is Node {
  if (typeof value !== 'object' || value === null) return false;
  const { nodeType: type, nodeName, cloneNode } = value as Partial<Node>;
  return (
    typeof type === 'number' &&
    typeof nodeName === 'string' &&
    typeof cloneNode === 'function' &&
    'ownerDocument' in value
  );
}

/** A picture as SVG and as HTML, other nodes as HTML; a document or a comment is only named. */
export function nodeBundle(node: Node): MimeBundle {
  const picture = svgMarkup(node);
  const markup = htmlMarkup(node);
  return {
    data: {
      'text/plain': nodeText(node),
      ...(markup !== undefined && { 'text/html': markup }),
      ...(picture !== undefined && { 'image/svg+xml': picture }),
    },
    metadata: {},
  };
}

/** The node as a part of an HTML page; `undefined` for a node that a page does not show. */
export function htmlMarkup(node: Node): string | undefined {
  if (isElement(node)) {
    if (isShape(node)) return `<svg xmlns="${svgNamespace}">${node.outerHTML}</svg>`;
    return node.localName === 'figure' ? flush(node).outerHTML : node.outerHTML;
  }
  if (node.nodeType === nodeType.text) return escapeHtml(node.nodeValue ?? '');
  if (node.nodeType === nodeType.fragment)
    return Array.from(node.childNodes, (child) => htmlMarkup(child) ?? '').join('');
  return undefined;
}

/**
 * The node as an SVG file that stands alone, where it is an SVG element: well-formed XML with its namespace, so
 * that it may also be the source of an image.
 */
export function svgMarkup(node: Node): string | undefined {
  if (!isElement(node) || node.namespaceURI !== svgNamespace) return undefined;
  const xml = asXml(node);
  return isShape(node) ? `<svg xmlns="${svgNamespace}">${xml}</svg>` : xml;
}

/** A figure without the browser's indentation, so that a chart with a legend stands where one without stands. */
function flush(figure: Element): Element {
  const style = figure.getAttribute('style') ?? '';
  if (/\bmargin/.test(style)) return figure;
  const clone = figure.cloneNode(true) as Element;
  clone.setAttribute('style', `margin: 0; ${style}`.trim());
  return clone;
}

/** A piece of SVG that needs an `<svg>` around it to be seen. */
function isShape(element: Element): boolean {
  return element.namespaceURI === svgNamespace && element.localName !== 'svg';
}

function asXml(element: Element): string {
  const clone = element.cloneNode(true) as Element;
  // As a plain attribute it would stand beside the one that serialising adds, and XML refuses two.
  for (const named of [clone, ...clone.querySelectorAll('[xmlns]')]) named.removeAttributeNS(null, 'xmlns');
  const Serializer = element.ownerDocument.defaultView?.XMLSerializer;
  if (Serializer) return new Serializer().serializeToString(clone);
  if (clone.localName === 'svg') clone.setAttribute('xmlns', svgNamespace);
  // The one entity of serialised HTML that XML does not know.
  return clone.outerHTML.replaceAll('&nbsp;', '&#160;');
}

/** A short name: `<svg 640×400>`, `<figure>`, a text in quotes. */
function nodeText(node: Node): string {
  if (node.nodeType === nodeType.text) return JSON.stringify(cut(node.nodeValue ?? '', 1000));
  if (!isElement(node)) return node.nodeName;
  const size = node.localName === 'svg' ? svgSize(node) : undefined;
  return size ? `<svg ${size}>` : `<${node.localName}>`;
}

function svgSize(svg: Element): string | undefined {
  const box =
    svg
      .getAttribute('viewBox')
      ?.trim()
      .split(/[\s,]+/) ?? [];
  const width = svg.getAttribute('width') ?? box[2];
  const height = svg.getAttribute('height') ?? box[3];
  return width && height ? `${width}×${height}` : undefined;
}

function isElement(node: Node): node is Element {
  return node.nodeType === nodeType.element;
}
