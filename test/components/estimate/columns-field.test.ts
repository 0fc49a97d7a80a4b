import { expect, it, vi } from 'vitest';
import { columnsField } from '../../../src/components/estimate/columns-field.js';
import { emptyPage } from '../page.js';

emptyPage();

const names = ['dose', 'age', 'pressure, upper'];
function shown(none?: string) {
  const field = columnsField('beyond', { names, initial: none === undefined ? ['dose'] : [], none });
  document.body.append(field);
  const heard = vi.fn();
  field.addEventListener('input', heard);
  const list = field.querySelector('select')!;
  return {
    field,
    heard,
    list,
    boxes: () => [...field.querySelectorAll<HTMLInputElement>('input')],
    pick(index: number) {
      list.selectedIndex = index;
      list.dispatchEvent(new Event('input', { bubbles: true }));
    },
  };
}

it('one column is chosen from a list, and nothing more is in sight', () => {
  const { field, list, boxes, pick } = shown();
  expect([...list.options].map(({ text }) => text)).toEqual([...names, 'several …']);
  expect([field.value, field.choice.text]).toEqual([['dose'], 'dose']);
  pick(2);
  expect(field.choice).toEqual({ text: 'pressure, upper', words: 'pressure, upper' });
  expect(boxes()).toHaveLength(0);
  expect(shown('nothing').field).toMatchObject({ value: [], choice: { text: '', words: 'nothing' } });
});

it('several are ticked, beginning with the one that was chosen', () => {
  const { field, boxes, pick, heard } = shown();
  pick(1);
  pick(3);
  expect(boxes().map(({ checked }) => checked)).toEqual([false, true, false]);
  boxes()[2].click();
  expect(field.value).toEqual(['age', 'pressure, upper']);
  expect(field.choice).toEqual({ text: 'age,pressure, upper', words: 'age and pressure, upper' });
  expect(heard.mock.calls.length).toBeGreaterThanOrEqual(3);
  // Every box has a name, and the group says of which side it is.
  expect(field.querySelector('legend')!.textContent).toContain('beyond');
  expect(boxes().map((box) => box.closest('label')!.textContent)).toEqual(names);
  pick(0);
  expect([field.value, boxes().length]).toEqual([['dose'], 0]);
});

it('an address brings one or several, and what is no column is refused', () => {
  const { field, boxes } = shown('nothing');
  field.choose('dose,pressure, upper');
  expect(field.value).toEqual(['dose', 'pressure, upper']);
  const again = field.again();
  expect(again.value).toEqual(['dose', 'pressure, upper']);
  expect(() => field.choose('doses')).toThrow('“beyond” cannot be “doses”');
  expect(field.value).toEqual(['dose', 'pressure, upper']);
  field.choose('age');
  expect([field.value, boxes().length]).toEqual([['age'], 0]);
  field.choose('');
  expect(field.value).toEqual([]);
});
