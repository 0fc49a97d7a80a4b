import { describe, expect, it } from 'vitest';
import {
  clear,
  createPage,
  emptyTheRest,
  type Page,
  place,
  print,
  renew,
  reserve,
} from '../../../kernels/jupyter/cells/page.js';
import { createRun } from '../../../kernels/jupyter/cells/run.js';
import type { MimeBundle } from '../../../kernels/jupyter/display/mime-bundle.js';

const bundle = (text: string, data: object = {}): MimeBundle => ({
  data: { 'text/plain': text, ...data },
  metadata: {},
});
const pageWith = (slots: string[], reactive = true, client: Page['client'] = 'notebook'): Page =>
  Object.assign(createPage({ client, session: 's', execution: 'own' }, reactive), { slots });
const asked = () => createRun({ execution: 'own', silent: false, requested: true });
const again = () => createRun({ execution: 'cause', silent: false, requested: false });

describe('the place of a display', () => {
  it('is its own where nothing will ever change it', () => {
    const page = pageWith([], false);
    const run = asked();
    expect(place(page, run, bundle('1'), false)).toEqual(['own', { type: 'display', bundle: bundle('1') }]);
    expect(place(page, run, bundle('2'), true)).toEqual(['own', { type: 'result', bundle: bundle('2') }]);
    expect([...emptyTheRest(page, run), ...reserve(page, run)]).toEqual([]);
  });

  it('has a name where the cell may be computed again', () => {
    const page = pageWith([]);
    const run = asked();
    const outputs = [place(page, run, bundle('1'), false), place(page, run, bundle('2'), true)];
    expect(page.slots).toHaveLength(2);
    expect(outputs).toEqual([
      ['own', { type: 'display', bundle: bundle('1'), displayId: page.slots[0] }],
      ['own', { type: 'display', bundle: bundle('2'), displayId: page.slots[1] }],
    ]);
  });

  it('is that of the display before, one by one', () => {
    const page = pageWith(['a', 'b']);
    const run = again();
    expect(place(page, run, bundle('1'), false)).toMatchObject(['cause', { displayId: 'a', update: true }]);
    expect(emptyTheRest(page, run)).toMatchObject([
      ['cause', { displayId: 'b', update: true, bundle: bundle('') }],
    ]);
  });

  it('is shared where there are more than before, each kind of content kept', () => {
    const page = pageWith(['a']);
    const run = again();
    place(page, run, bundle('1', { 'text/html': '<b>1</b>' }), false);
    place(page, run, bundle('x < y'), false);
    const [, output] = place(page, run, bundle('3', { 'image/svg+xml': '<svg/>' }), true);
    const { bundle: joined, ...rest } = output as { bundle: MimeBundle };
    expect(rest).toEqual({ type: 'display', displayId: 'a', update: true });
    expect(joined.data['text/plain']).toBe('1\nx < y\n3');
    expect(joined.data['text/html']).toBe('<b>1</b>\n<pre>x &lt; y</pre>\n<svg/>');
    expect(page.slots).toEqual(['a']);
  });

  it('is kept free for later, where a cell shows nothing', () => {
    const page = pageWith([]);
    expect(reserve(page, asked())).toEqual([
      ['own', { type: 'display', bundle: bundle(''), displayId: page.slots[0] }],
    ]);
    expect(reserve(page, asked())).toEqual([]);
    expect(reserve(pageWith([], true, 'console'), asked())).toEqual([]);
  });

  it('is made anew, as part of the cell’s own execution, where what stands there cannot be updated', () => {
    const page = Object.assign(pageWith(['a']), { fixed: true });
    const run = again();
    expect(renew(page, run)).toEqual([['own', { type: 'clear', wait: true }]]);
    expect(place(page, run, bundle('1'), true)).toMatchObject(['own', { displayId: page.slots[0] }]);
    expect(page).toMatchObject({ fixed: false, slots: [expect.not.stringMatching(/^a$/) as string] });
    expect(renew(page, again())).toEqual([]);
    expect(renew(pageWith([], false), asked())).toEqual([]);
  });
});

describe('printed text', () => {
  const textOf = ([, output]: ReturnType<typeof print>) => [
    output.type === 'display' && output.displayId,
    output.type === 'display' && output.bundle.data['text/plain'],
  ];

  it('is a stream where nothing will ever replace it', () => {
    expect(print(pageWith([], false), asked(), 'stdout', 'a')).toEqual([
      'own',
      { type: 'stream', name: 'stdout', text: 'a' },
    ]);
    expect(print(pageWith([], true, 'console'), again(), 'stderr', 'a')[0]).toBe('cause');
    expect(print(pageWith([], true, 'log'), again(), 'stderr', 'a')[0]).toBe('own');
  });

  it('grows in one place until something else is shown, and is replaced by the next run’s', () => {
    const page = pageWith([]);
    const run = asked();
    expect(textOf(print(page, run, 'stdout', 'a\n'))).toEqual([page.slots[0], 'a\n']);
    expect(textOf(print(page, run, 'stdout', 'b\n'))).toEqual([page.slots[0], 'a\nb\n']);
    place(page, run, bundle('shown'), false);
    expect(textOf(print(page, run, 'stdout', 'c\n'))).toEqual([page.slots[2], 'c\n']);
    const [, error] = print(page, run, 'stderr', 'd\n');
    expect(error).toMatchObject({ bundle: { data: { 'application/vnd.jupyter.stderr': 'd\n' } } });
    expect(page.slots).toHaveLength(4);
    const next = again();
    expect(textOf(print(page, next, 'stdout', 'e\n'))).toEqual([page.slots[0], 'e\n']);
    expect(emptyTheRest(page, next)).toHaveLength(3);
  });

  it('begins a new display where it is long, and keeps its end where there is room for no more', () => {
    const page = pageWith([]);
    const run = asked();
    const line = `${'x'.repeat(999)}\n`;
    for (let i = 0; i < 100; i++) print(page, run, 'stdout', line);
    expect(page.slots.length).toBeGreaterThan(2);
    expect(page.slots.length).toBeLessThan(6);
    const small = pageWith(['a']);
    const long = again();
    let last: ReturnType<typeof print> | undefined;
    for (let i = 0; i < 400; i++) last = print(small, long, 'stdout', line);
    const [, text] = textOf(last!);
    expect(String(text)).toMatch(/^\(\d+ characters left out\)\n/);
    expect(String(text).length).toBeLessThan(310_000);
  });

  it('goes back over a line at a carriage return', () => {
    const page = pageWith([]);
    const run = asked();
    print(page, run, 'stdout', 'head\n 10 %');
    expect(textOf(print(page, run, 'stdout', '\r 20 %'))[1]).toBe('head\n 20 %');
    expect(textOf(print(page, run, 'stdout', '\r\ndone\n'))[1]).toBe('head\n 20 %\ndone\n');
  });
});

describe('clearing', () => {
  it('takes away what a request has shown, and empties the places of what is computed again', () => {
    const page = pageWith(['a']);
    expect(clear(page, again(), false)).toMatchObject([['cause', { displayId: 'a', bundle: bundle('') }]]);
    expect(page.slots).toEqual(['a']);
    expect(clear(page, asked(), true)).toEqual([['own', { type: 'clear', wait: true }]]);
    expect(page.slots).toEqual([]);
  });
});
