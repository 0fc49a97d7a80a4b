import { describe, expect, it } from 'vitest';
import { checkbox, optionsOf, radio, select } from '../../src/components/control.js';
import { emptyPage } from './page.js';

const window = emptyPage();

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

describe('checkbox', () => {
  const options = [
    ['one', 1],
    ['two', 2],
    ['three', 3],
  ] as const;

  it('begins with what is ticked, all of it where that is left open', () => {
    expect(checkbox('Numbers', options).value).toEqual([1, 2, 3]);
    expect(checkbox('Numbers', options, [3, 1]).value).toEqual([1, 3]);
    expect(checkbox('Numbers', options, []).value).toEqual([]);
  });

  it('has a name, a label for each box, and tells of a change', () => {
    const numbers = checkbox('Numbers', options, [2]);
    expect(numbers.querySelector('legend')?.textContent).toBe('Numbers');
    const boxes = [...numbers.querySelectorAll('input')];
    expect(boxes.map((box) => box.closest('label')?.textContent)).toEqual(['one', 'two', 'three']);
    expect(change(numbers, boxes[2], (box) => (box.checked = true))).toBe(1);
    expect(numbers.value).toEqual([2, 3]);
  });
});

describe('radio and select', () => {
  it('take values by their texts, or in pairs, and begin with the first or with what is asked for', () => {
    expect(radio('Images', { blobs: 2, rectangles: 4 }).value).toBe(2);
    expect(radio('Images', { blobs: 2, rectangles: 4 }, 4).value).toBe(4);
    expect(select('Dimension', optionsOf(new Set([8, 4]))).value).toBe(8);
    const named = select(
      'Seed',
      optionsOf([3, 5], (seed) => `seed ${seed}`),
      5,
    );
    expect(named.value).toBe(5);
    expect([...named.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
      'seed 3',
      'seed 5',
    ]);
  });
});
