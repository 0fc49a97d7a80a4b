import type { Carried, Provenance } from '../lib/experiment/provenance.js';
import { formatDuration } from '../lib/text/duration.js';
import { type Content, element } from './element.js';
import { messageOf } from './error-message.js';
import { type FigureRows, isEmbedded, travel, whereFrom } from './travel.js';

export interface FigureFrameOptions {
  /** Name of the figure, by which claims refer to it: its anchor is `figure-<id>`, for headings have theirs. */
  readonly id: string;
  readonly title: string;
  /** Whether the title stands above the figure: where it says what is to be seen there, and changes with the settings. */
  readonly titleFirst?: boolean;
  /** One sentence on what to look at. */
  readonly caption: string;
  /** What the figure shows, for readers who cannot see it: axes, series, what stands out. */
  readonly alternative: string;
  /** Where the figure's table comes from, and where it can be downloaded. */
  readonly source?: {
    readonly provenance: Provenance | undefined;
    readonly href: string;
    readonly rows?: FigureRows;
    /** What made it where no experiment did: a sentence. */
    readonly madeBy?: string;
  };
  /** Controls that change the figure. */
  readonly controls?: Content;
}

/** What is said about a figure, where that depends on its controls. */
export interface FigureText extends Partial<Pick<FigureFrameOptions, 'title' | 'caption' | 'alternative'>> {
  /** What the figure is drawn from, where it is no table. */
  readonly rows?: FigureRows;
  /** What is chosen, in words: it is printed, where controls are not. */
  readonly chosen?: string;
}

/** A frame on a page, into which its figure is put anew whenever a control changes. */
export interface FigureFrame extends HTMLElement {
  /** Replaces the figure, and what is said about it; what is left out reads as it did at first. */
  show(figure: Node, text?: FigureText): void;
  /** Says above the figure what a reader should know about how it is shown, or nothing. */
  note(text: string | undefined): void;
  /** Says in the place of the figure why there is none. */
  fail(error: unknown): void;
}

/**
 * The frame of a figure: its controls, title, caption, text alternative and provenance.
 *
 * Most figures are made by `figure`, which draws itself. Where a cell has to draw, display the frame in one cell and
 * `show` the figure from another, which depends on the controls. A control that were displayed anew with its figure
 * would lose the reader's focus and the slider that is being dragged.
 */
export function figureFrame(options: FigureFrameOptions): FigureFrame {
  const { id, source, controls, titleFirst = false } = options;
  const drawing = element('div', { 'aria-hidden': 'true' });
  const problem = element('p', { class: 'observablehq--error', role: 'alert', hidden: true });
  const remark = element('p', { class: 'aside', role: 'status', hidden: true });
  const plot = element('div', { class: 'plot', role: 'img', 'aria-label': options.alternative }, drawing);
  const anchor = `figure-${id}`;
  const title = element('strong', { id: `${anchor}-title` }, options.title);
  const self = element('a', { href: `#${anchor}`, class: 'self' }, title);
  let rows: FigureRows | undefined;
  const caption = element('span', {}, options.caption);
  const chosen = element('p', { class: 'chosen' });
  const says = element(
    'figcaption',
    {},
    element('p', {}, titleFirst ? null : [self, ' '], caption),
    chosen,
    source ? provenanceLine(source.provenance, source.href, source.madeBy) : null,
  );
  const frame = element(
    'figure',
    {
      id: anchor,
      class: isEmbedded(anchor) ? 'frame undrawn embedded' : 'frame undrawn',
      'aria-labelledby': `${anchor}-title`,
    },
    controls ? element('div', { class: 'controls' }, controls) : null,
    remark,
    problem,
    titleFirst ? element('p', { class: 'figure-title' }, self) : null,
    plot,
    says,
  );
  says.append(travel(frame, plot, { id: anchor, rows: () => rows ?? source?.rows }));
  if (isEmbedded(anchor)) says.append(whereFrom(anchor));
  /** What was drawn of the figure when the site was built stood in its place until now. */
  const begin = () => {
    frame.classList.remove('undrawn');
    frame.parentElement?.querySelector(':scope > .still')?.remove();
  };
  return Object.assign(frame, {
    show(figure: Node, text: FigureText = {}) {
      begin();
      drawing.replaceChildren(figure);
      title.textContent = text.title ?? options.title;
      caption.textContent = text.caption ?? options.caption;
      chosen.textContent = text.chosen?.trim() ?? '';
      rows = text.rows;
      plot.setAttribute('aria-label', text.alternative ?? options.alternative);
      plot.hidden = false;
      problem.hidden = true;
    },
    note(text: string | undefined) {
      remark.textContent = text ?? '';
      remark.hidden = text === undefined;
    },
    fail(error: unknown) {
      begin();
      drawing.replaceChildren();
      problem.textContent = `This figure could not be drawn: ${messageOf(error)}`;
      plot.hidden = true;
      problem.hidden = false;
    },
  });
}

/** Profile, device, seeds, date and one click to the data. @param madeBy a sentence on what no experiment made */
export function provenanceLine(
  provenance: Provenance | undefined,
  href: string,
  madeBy?: string,
): HTMLElement {
  return element(
    'p',
    { class: 'provenance' },
    provenance?.stale === undefined ? null : staleMark(provenance.stale),
    provenance ? `${describeProvenance(provenance)} ` : null,
    madeBy === undefined ? null : `${madeBy} `,
    provenance?.carried === undefined ? null : `${describeCarried(provenance.carried)} `,
    element('a', { href, download: provenance ? `${provenance.table}.parquet` : '' }, 'Download the data'),
    ' (Parquet).',
  );
}

function staleMark(why: string): HTMLElement {
  const text = `This is the result of older code: the newer code could not be run (${why}). `;
  return element('strong', { class: 'stale' }, text);
}

/** `Carried over to newer code on 29 November 2026: the quick run … to the last bit.` */
function describeCarried({ date, because }: Carried): string {
  return `Carried over to newer code on ${dayOf(date)}: ${because}.`;
}

function dayOf(date: string): string {
  return new Date(date).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** `Quick run of 23 November 2026 on Intel Xeon (wasm), seed 1, 31 s of computation, code of commit 1a2b3c4.` */
export function describeProvenance(provenance: Provenance): string {
  const { profile, date, device, backend, seed, duration, commit } = provenance;
  const where = backend === 'none' ? device : `${device} (${backend})`;
  const run = profile === 'full' ? 'Largest run here, of' : 'Quick run of';
  const computed = `${formatDuration(duration)} of computation`;
  return `${run} ${dayOf(date)} on ${where}, seed ${seed}, ${computed}${codeOf(commit)}.`;
}

function codeOf(commit: string | null): string {
  if (commit === null) return '';
  const changed = commit.endsWith('+') ? ' with uncommitted changes' : '';
  return `, code of commit ${commit.slice(0, 7)}${changed}`;
}
