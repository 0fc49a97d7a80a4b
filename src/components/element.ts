/** What can stand inside an element; `null` and `undefined` stand for nothing. */
export type Content = Node | string | number | null | undefined | readonly Content[];

/** Attributes by name; `false`, `null` and `undefined` leave one out, `true` sets it bare. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** An HTML element with attributes and content: `element('td', { class: 'number' }, 1.5)`. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...content: Content[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  setAttributes(node, attributes);
  appendContent(node, content);
  return node;
}

/** As {@link element}, for SVG. */
export function svgElement<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...content: Content[]
): SVGElementTagNameMap[K] {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  setAttributes(node, attributes);
  appendContent(node, content);
  return node;
}

function setAttributes(node: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes))
    if (value != null && value !== false) node.setAttribute(name, value === true ? '' : String(value));
}

function appendContent(node: Element, content: Content): void {
  if (content == null) return;
  if (Array.isArray(content)) for (const part of content) appendContent(node, part as Content);
  else node.append(content instanceof Node ? content : String(content));
}
