import { describe, expect, it } from 'vitest';
import { checkbox } from '../../src/components/control.js';
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
