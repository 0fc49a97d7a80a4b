import { expect, it } from 'vitest';
import { benchSettings, laws } from '../../../src/components/estimators/bench-settings.js';
import { emptyPage } from '../page.js';

const window = emptyPage();

it('shuts the controls that a law makes void, and reads what it dictates', () => {
  const settings = benchSettings();
  const [law] = settings.querySelectorAll('select');
  const field = (label: string) =>
    [...settings.querySelectorAll('.control')]
      .find(({ textContent }) => textContent?.startsWith(label))!
      .querySelector('input')!;
  const choose = (chosen: string) => {
    law.value = String(laws.findIndex(([, id]) => id === chosen));
    law.dispatchEvent(new window.Event('input', { bubbles: true }));
  };
  expect([field('Dimension').disabled, field('Stretch').disabled]).toEqual([false, true]);
  expect(settings.value).toMatchObject({ distribution: 'normals', dimension: 2, n: 200, shape: 0 });
  choose('stretched');
  expect([field('Dimension').disabled, field('Stretch').disabled]).toEqual([false, false]);
  expect(settings.value).toMatchObject({ distribution: 'stretched', shape: 0.5 });
  choose('rectangles');
  expect([field('Dimension').disabled, field('Stretch').disabled]).toEqual([true, true]);
  expect(settings.value).toMatchObject({ dimension: 4, shape: 0 });
});
