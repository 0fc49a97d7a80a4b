import { JSDOM } from 'jsdom';
import { expect, it, vi } from 'vitest';
import { afterFirstScreen } from '../../src/components/after-first-screen.js';

/** A page that still loads, and whose idle moments a test grants. */
function page(address = 'http://localhost/') {
  const { window } = new JSDOM('', { url: address });
  const waiting: (() => void)[] = [];
  Object.assign(window, { requestIdleCallback: (act: () => void) => waiting.push(act) });
  let state: DocumentReadyState = 'loading';
  Object.defineProperty(window.document, 'readyState', { get: () => state });
  const tell = (event: string) => window.dispatchEvent(new window.Event(event));
  return {
    window: window as unknown as Window,
    tell,
    load() {
      state = 'complete';
      tell('load');
    },
    grant: () => waiting.splice(0).forEach((act) => act()),
    waits: () => waiting.length,
  };
}

/** Lets all promises that are settled go on. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

it('begins one act after the other, each in an idle moment of a page that has loaded', async () => {
  const { window, load, grant, waits } = page();
  const later = afterFirstScreen(window);
  let finish!: (value: string) => void;
  const first = new Promise<string>((resolve) => (finish = resolve));
  const acts = [vi.fn(() => first), vi.fn(() => Promise.resolve('second'))];
  const results = acts.map((act) => later(act));
  const begun = () => acts.map((act) => act.mock.calls.length);
  await settled();
  expect(waits()).toBe(0);
  load();
  await settled();
  expect(begun()).toEqual([0, 0]);
  grant();
  await settled();
  expect(begun()).toEqual([1, 0]);
  finish('first');
  await settled();
  expect(begun()).toEqual([1, 0]);
  grant();
  expect(await Promise.all(results)).toEqual(['first', 'second']);
});

it('is not held up by an act that fails', async () => {
  const { window, grant, tell } = page();
  const later = afterFirstScreen(window);
  const failed = later(() => Promise.reject(new Error('no table')));
  const next = later(() => Promise.resolve('next'));
  tell('load');
  await settled();
  grant();
  await expect(failed).rejects.toThrow('no table');
  await settled();
  grant();
  expect(await next).toBe('next');
});

it.each(['scroll', 'beforeprint'])('waits no more once there is a %s', async (event) => {
  const { window, tell } = page();
  const later = afterFirstScreen(window);
  const acts = [later(() => Promise.resolve(1)), later(() => Promise.resolve(2))];
  tell(event);
  expect(await Promise.all(acts)).toEqual([1, 2]);
});

it.each(['#figure-film', '?embed=figure-film'])('does not wait at %s', async (place) => {
  const later = afterFirstScreen(page(`http://localhost/${place}`).window);
  expect(await later(() => Promise.resolve('read'))).toBe('read');
});
