import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { several, slider, together } from '../../src/components/control.js';

const { window } = new JSDOM('');

beforeAll(() => {
  Object.assign(globalThis, { document: window.document, Node: window.Node });
});
afterAll(() => {
  for (const name of ['document', 'Node']) Reflect.deleteProperty(globalThis, name);
});

/** Changes a field as a reader does, and tells how many events reached the control. */
function change(
  control: HTMLElement,
  field: HTMLInputElement,
  to: (field: HTMLInputElement) => void,
): number {
  let heard = 0;
  control.addEventListener('input', () => (heard += 1));
  to(field);
  field.dispatchEvent(new window.Event('input', { bubbles: true }));
  return heard;
}

describe('several', () => {
  const options = [
    ['one', 1],
    ['two', 2],
    ['three', 3],
  ] as const;

  it('begins with what is ticked, all of it where that is left open', () => {
    expect(several('Numbers', options).value).toEqual([1, 2, 3]);
    expect(several('Numbers', options, [3, 1]).value).toEqual([1, 3]);
    expect(several('Numbers', options, []).value).toEqual([]);
  });

  it('has a name, a label for each box, and tells of a change', () => {
    const numbers = several('Numbers', options, [2]);
    expect(numbers.querySelector('legend')?.textContent).toBe('Numbers');
    const boxes = [...numbers.querySelectorAll('input')];
    expect(boxes.map((box) => box.closest('label')?.textContent)).toEqual(['one', 'two', 'three']);
    expect(change(numbers, boxes[2], (box) => (box.checked = true))).toBe(1);
    expect(numbers.value).toEqual([2, 3]);
  });
});

describe('together', () => {
  it('reads the values of all, and hears each', () => {
    const pair = together([1, 2].map((value) => slider(`x${value}`, { min: 0, max: 9, step: 1, value })));
    expect(pair.value).toEqual([1, 2]);
    const [, second] = pair.querySelectorAll('input');
    expect(change(pair, second, (field) => (field.value = '7'))).toBe(1);
    expect(pair.value).toEqual([1, 7]);
  });
});
