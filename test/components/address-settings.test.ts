// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepInAddress } from '../../src/components/address-settings.js';
import { checkbox, radio, range, select, toggle } from '../../src/components/control.js';
import { form } from '../../src/components/form.js';
import { settingsOf } from '../../src/components/settings.js';

let ended: AbortController;

/** Settings of every kind, kept in the address of a page that was opened at an address. */
function opened(search: string) {
  history.replaceState(null, '', `/${search}#figure-one`);
  const data = select<string | null>('Data', [
    ['Bikes', 'bike'],
    ['all', null],
  ]);
  const controls = form({
    data,
    again: data.again(),
    measure: radio('Error', { mean: { at: 1 }, 'median error': { at: 2 } }),
    inner: form({ step: range('Step', { min: 0, max: 9, step: 1, value: 4 }), smooth: toggle('smooth') }),
    list: form([range('x', { min: 0, max: 1, step: 0.1, value: 0.5 })]),
    variants: checkbox('Variants', { A: 'a', B: 'b', C: 'c' }, ['a']),
  });
  const notes: (string | undefined)[] = [];
  const heard = vi.fn();
  controls.addEventListener('input', heard);
  keepInAddress(settingsOf(controls, 'one'), window, (note) => notes.push(note), ended.signal);
  return { controls, notes, heard };
}

beforeEach(() => {
  vi.useFakeTimers();
  ended = new AbortController();
});
afterEach(() => {
  ended.abort();
  vi.useRealTimers();
});

const asked =
  '?q=a&one.data=null&one.measure=median+error&one.inner.step=7&one.inner.smooth=yes&one.list.0=0.2&one.variants=b,c';

describe('settings in the address', () => {
  it('are taken from it, in all kinds of control, and told to who listens', () => {
    const { controls, notes, heard } = opened(asked);
    expect(controls.value).toEqual({
      data: null,
      again: null,
      measure: { at: 2 },
      inner: { step: 7, smooth: true },
      list: [0.2],
      variants: ['b', 'c'],
    });
    expect(heard).toHaveBeenCalled();
    expect(notes).toEqual([undefined]);
  });

  it('are written into it once they rest, where they are not those of the beginning, and leave all else', () => {
    const { controls } = opened('?q=a');
    const [step] = controls.fields.inner.querySelectorAll('input');
    for (const value of ['5', '6']) {
      step.value = value;
      step.dispatchEvent(new Event('input', { bubbles: true }));
    }
    controls.fields.again.choose('null');
    expect(location.search).toBe('?q=a');
    vi.runAllTimers();
    expect(location.search + location.hash).toBe('?q=a&one.data=null&one.inner.step=6#figure-one');
    controls.fields.data.choose('bike');
    controls.fields.inner.fields.step.choose('4');
    vi.runAllTimers();
    expect(location.search).toBe('?q=a');
  });

  it('read back what they have written', () => {
    const { controls } = opened('');
    controls.fields.variants.choose('');
    controls.fields.measure.choose('median error');
    vi.runAllTimers();
    expect(opened(location.search).controls.value).toEqual(controls.value);
  });

  it('follow the address when the reader goes back', () => {
    const { controls } = opened('?one.inner.step=7');
    history.replaceState(null, '', '/?one.data=null');
    dispatchEvent(new PopStateEvent('popstate'));
    expect(controls.value).toMatchObject({ data: null, inner: { step: 4 } });
  });

  it('that there are not are named, and change nothing', () => {
    const { controls, notes } = opened(
      '?one.data=car&one.inner.step=70&one.inner.smooth=1&one.variants=a,d&one.list.0=',
    );
    expect(controls.value).toMatchObject({
      data: 'bike',
      inner: { step: 4, smooth: false },
      variants: ['a'],
      list: [0.5],
    });
    expect(notes).toEqual([
      'The address asks for what there is not: “Data” cannot be “car”; “Step” cannot be “70”; “smooth” cannot be “1”; “x” cannot be “”; “Variants” cannot be “a,d”.',
    ]);
  });
});
