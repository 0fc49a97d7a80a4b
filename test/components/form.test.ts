import { describe, expect, it } from 'vitest';
import { checkbox, range, toggle } from '../../src/components/control.js';
import { form } from '../../src/components/form.js';
import { emptyPage } from './page.js';

const { Event } = emptyPage();

/** Changes a field as a reader does, and tells how many events reached the control. */
function change(control: HTMLElement, field: HTMLInputElement, to: string): number {
  let heard = 0;
  control.addEventListener('input', () => (heard += 1));
  field.value = to;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return heard;
}

describe('form', () => {
  it('reads the values of a list of controls, and hears each', () => {
    const pair = form([1, 2].map((value) => range(`x${value}`, { min: 0, max: 9, step: 1, value })));
    expect(pair.value).toEqual([1, 2]);
    const [, second] = pair.querySelectorAll('input');
    expect(change(pair, second, '7')).toBe(1);
    expect(pair.value).toEqual([1, 7]);
  });

  it('reads a record under the names of its controls, each of its own type', () => {
    const settings = form({
      step: range('Step', { min: 0, max: 9, step: 1, value: 4 }),
      smooth: toggle('smooth', true),
      inner: form({
        layers: checkbox(
          'Layers',
          [
            ['one', 'L1'],
            ['two', 'L2'],
          ],
          ['L2'],
        ),
      }),
    });
    const value: {
      readonly step: number;
      readonly smooth: boolean;
      readonly inner: { readonly layers: readonly ('L1' | 'L2')[] };
    } = settings.value;
    expect(value).toEqual({ step: 4, smooth: true, inner: { layers: ['L2'] } });
    expect(change(settings, settings.querySelector('input')!, '5')).toBe(1);
    expect(settings.value.step).toBe(5);
  });

  it('stands its fields in the order in which they are named', () => {
    const settings = form({ second: toggle('b'), first: toggle('a') });
    expect([...settings.querySelectorAll('label')].map((label) => label.textContent)).toEqual(['b', 'a']);
  });
});
