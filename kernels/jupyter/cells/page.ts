import { randomUUID } from 'node:crypto';
import type { MimeBundle } from '../display/mime-bundle.js';
import type { Output } from './events.js';
import type { ClientKind, Execution } from './execution.js';
import type { Run } from './run.js';

/** What a client shows of a cell, and how that can be changed. */
export interface Page {
  readonly client: ClientKind;
  /** Of the client that shows it. */
  readonly session: string;
  /** The execution that the client asked for this cell: what is sent as part of it is shown below the cell. */
  readonly execution: string;
  /** Names under which its displays can be updated, in their order. */
  readonly slots: string[];
  /** What it shows is updated in place: it may be computed again, or goes on yielding values. */
  reactive: boolean;
  /** It shows something that has no name, which only clearing takes away. */
  fixed: boolean;
}

export function createPage(
  { client, session, execution }: Pick<Execution, 'client' | 'session' | 'execution'>,
  reactive: boolean,
): Page {
  return { client, session, execution, slots: [], reactive, fixed: false };
}

/** Something to be shown, and the execution of which it is part. */
export type Placed = readonly [execution: string, output: Output];

type Stream = 'stdout' | 'stderr';

const empty: MimeBundle = { data: { 'text/plain': '' }, metadata: {} };

/** Characters of printed text after which a new display begins: a display is sent whole whenever it grows. */
const longestText = 30_000;

/** Characters that one place holds where it has to take what has none of its own. */
const longestJoined = 300_000;

/** Before a run that nobody asked for: takes away what cannot be updated, or makes room where there is none. */
export function renew(page: Page, run: Run): Placed[] {
  if (run.requested || page.client !== 'notebook') return [];
  if (page.slots.length > 0 && !page.fixed) return [];
  page.slots.length = 0;
  page.reactive = true;
  page.fixed = false;
  run.execution = page.execution;
  run.adds = true;
  return [[page.execution, { type: 'clear', wait: true }]];
}

/**
 * Where a display of a run goes. What a request asked for is appended to the cell; what was computed again
 * because something changed takes the place of what the cell showed before, display by display.
 *
 * @param last whether it is the cell's value, rather than one it displays on its way
 */
export function place(page: Page, run: Run, bundle: MimeBundle, last: boolean): Placed {
  run.text = undefined;
  if (!page.reactive && run.requested) page.fixed = true;
  return put(page, run, bundle, last);
}

/** Where text goes that a run prints: on a notebook's page into the cell's own places, like its displays. */
export function print(page: Page, run: Run, name: Stream, text: string): Placed {
  const own = page.client === 'log' ? page.execution : run.execution;
  if (page.client !== 'notebook' || (!page.reactive && run.requested)) {
    page.fixed = true;
    return [own, { type: 'stream', name, text }];
  }
  const { text: before } = run;
  const goesOn = before?.name === name && !(before.text.length > longestText && before.text.endsWith('\n'));
  const whole = overtyped(goesOn ? before.text + text : text);
  run.text = { name, text: whole };
  const bundle = textBundle(name, whole);
  if (!goesOn) return put(page, run, bundle, false);
  run.places.at(-1)!.splice(-1, 1, bundle);
  return update(page, run);
}

/** What a carriage return goes back over is typed anew, as in a terminal. */
function overtyped(text: string): string {
  return text.includes('\r') ? text.replace(/\r+\n/g, '\n').replace(/[^\n]*\r(?=[^\r\n])/g, '') : text;
}

function textBundle(name: Stream, text: string): MimeBundle {
  const data = name === 'stderr' ? { 'application/vnd.jupyter.stderr': text } : {};
  return { data: { ...data, 'text/plain': text }, metadata: {} };
}

function put(page: Page, run: Run, bundle: MimeBundle, last: boolean): Placed {
  const { slots } = page;
  const full = run.places.length >= slots.length;
  if (full && !run.requested && !run.adds && slots.length > 0) {
    // An output that is already on the page has no room for one more: it joins the last.
    run.places[slots.length - 1].push(bundle);
    return update(page, run);
  }
  run.places.push([bundle]);
  if (!full) return update(page, run);
  if (!page.reactive) return [run.execution, last ? { type: 'result', bundle } : { type: 'display', bundle }];
  const displayId = randomUUID();
  slots.push(displayId);
  return [run.execution, { type: 'display', bundle, displayId }];
}

/** Sends what is in the place that a run filled last. */
function update({ slots }: Page, run: Run): Placed {
  const index = run.places.length - 1;
  const bundle = join(run.places[index]);
  return [run.execution, { type: 'display', bundle, displayId: slots[index], update: true }];
}

/** Empties the places of a cell that a run has not filled again. */
export function emptyTheRest({ slots }: Page, run: Run): Placed[] {
  return slots
    .slice(run.places.length)
    .map((displayId) => [run.execution, { type: 'display', bundle: empty, displayId, update: true }]);
}

/** Makes sure that a cell which may be computed again has a place for what it then shows. */
export function reserve(page: Page, run: Run): Placed[] {
  if (!page.reactive || page.client !== 'notebook' || page.slots.length > 0) return [];
  const displayId = randomUUID();
  page.slots.push(displayId);
  return [[run.execution, { type: 'display', bundle: empty, displayId }]];
}

/** Takes away what a run has shown so far, at its own wish. */
export function clear(page: Page, run: Run, wait: boolean): Placed[] {
  run.places = [];
  run.text = undefined;
  if (page.client === 'notebook' && !run.requested && !run.adds) return emptyTheRest(page, run);
  if (run.requested || run.adds) {
    page.slots.length = 0;
    page.fixed = false;
  }
  return [[run.execution, { type: 'clear', wait }]];
}

/** Several displays in one place. */
function join(bundles: readonly MimeBundle[]): MimeBundle {
  if (bundles.length === 1) return bundles[0];
  const text = tail(bundles.map(({ data }) => String(data['text/plain'] ?? '')).join('\n'));
  const rich = bundles.some(({ data }) => htmlOf(data) !== undefined);
  if (!rich) return { data: { 'text/plain': text }, metadata: {} };
  const html = bundles.map(({ data }) => htmlOf(data) ?? asText(data)).join('\n');
  if (html.length > longestJoined) return { data: { 'text/plain': text }, metadata: {} };
  return { data: { 'text/plain': text, 'text/html': html }, metadata: {} };
}

function tail(text: string): string {
  if (text.length <= longestJoined) return text;
  return `(${text.length - longestJoined} characters left out)\n${text.slice(-longestJoined)}`;
}

function htmlOf(data: MimeBundle['data']): string | undefined {
  const rich = data['text/html'] ?? data['image/svg+xml'];
  return typeof rich === 'string' ? rich : undefined;
}

function asText(data: MimeBundle['data']): string {
  const text = String(data['text/plain'] ?? '');
  return `<pre>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</pre>`;
}
