import type { Cell } from '../lib/experiment/column.js';
import { details } from './details.js';
import { element } from './element.js';
import { imageOf, pictureOf } from './figure-picture.js';
import { csvFile, save } from './save.js';

/** Parameter of its address by which a page is asked for one figure alone; its head reads it before all else. */
const embedParameter = 'embed';

/** Rows that a figure is drawn from. */
export type FigureRows = readonly Readonly<Record<string, Cell>>[];

export interface Travels {
  /** Anchor of the figure. */
  readonly id: string;
  /** Asked when they are wanted; none where the figure is not drawn from rows. */
  rows(): FigureRows | undefined;
}

/**
 * How a figure leaves its page: its address with the settings of the moment, the code that embeds it elsewhere, and the
 * figure as SVG, as PNG and as the rows that it is drawn from.
 */
export function travel(frame: HTMLElement, plot: HTMLElement, { id, rows }: Travels): HTMLElement {
  const said = element('span', { role: 'status' });
  const button = (label: string, make: () => Blob | Promise<Blob>, file: string) => {
    const node = element('button', { type: 'button' }, label);
    node.addEventListener('click', () => {
      said.textContent = '';
      Promise.resolve()
        .then(make)
        .then((content) => save(file, content))
        .catch((error: unknown) => (said.textContent = `No ${label} could be made: ${String(error)}`));
    });
    return node;
  };
  const name = id.replace(/^figure-/, '');
  const csvButton = button('CSV', () => csvFile(columnsOf(rows()!), rows()!), `${name}.csv`);

  const link = field('Link', () => linkTo(id));
  const code = field('To embed it', () => embedCode(id, frame));
  const box = details(
    'Link, download, embed',
    element('div', { class: 'controls' }, [
      link.label,
      code.label,
      element('span', { class: 'control' }, [
        button('SVG', () => new Blob([pictureOf(plot).svg], { type: 'image/svg+xml' }), `${name}.svg`),
        button('PNG', () => imageOf(plot), `${name}.png`),
        csvButton,
      ]),
      said,
    ]),
  );
  box.classList.add('travel');
  box.addEventListener('toggle', () => {
    link.write();
    code.write();
    csvButton.hidden = !rows()?.length;
  });
  return box;
}

const columnsOf = (rows: FigureRows) => Object.keys(rows[0] ?? {});

/** A text to be copied, written when its turn comes: it holds the settings of the moment. */
function field(name: string, text: () => string) {
  const input = element('input', { type: 'text', readonly: true, size: 24 });
  const write = () => (input.value = text());
  input.addEventListener('focus', () => {
    write();
    input.select();
  });
  return { label: element('label', { class: 'control' }, name, input), write };
}

/** The address of a figure on its page, with the settings of the moment. */
function linkTo(id: string): string {
  const address = new URL(document.location.href);
  address.searchParams.delete(embedParameter);
  address.hash = id;
  return address.href;
}

function embedCode(id: string, frame: HTMLElement): string {
  const address = new URL(linkTo(id));
  address.searchParams.set(embedParameter, id);
  address.hash = '';
  const title = frame.querySelector(`#${id}-title`)?.textContent ?? '';
  const quoted = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const height = Math.ceil(frame.getBoundingClientRect().height) + 40;
  return `<iframe src="${quoted(address.href)}" title="${quoted(title)}" width="100%" height="${height}" style="border: 0" loading="lazy"></iframe>`;
}

/** Whether the page is to show this figure alone, as in a frame of another page. */
export const isEmbedded = (id: string) =>
  new URLSearchParams(document.location.search).get(embedParameter) === id;

/** A link from an embedded figure to its place on the page that it is taken from. */
export function whereFrom(id: string): HTMLElement {
  return element(
    'p',
    { class: 'aside' },
    'From ',
    element('a', { href: linkTo(id), target: '_blank' }, document.title),
    '.',
  );
}
