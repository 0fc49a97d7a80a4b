// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { askedColumns, askedTable, nameTable } from '../../../src/components/estimate/asked-address.js';

const at = (search: string) => history.replaceState(null, '', `/estimate${search}`);

it('keeps the settings of an address for a table that has the columns they name, else begins anew', () => {
  at('?estimate.table=trial.csv&estimate.x=dose&estimate.given=age&estimate.seed=3&pair.axes=ranks');
  expect(askedTable(window)).toBe('trial.csv');
  expect(askedColumns(window)).toEqual(['dose', 'age']);
  nameTable(window, 'trial (1).csv', ['age', 'dose', 'more']);
  expect(location.search).toBe(
    '?estimate.table=trial+%281%29.csv&estimate.x=dose&estimate.given=age&estimate.seed=3&pair.axes=ranks',
  );
  nameTable(window, 'other.csv', ['age', 'more']);
  expect(location.search).toBe('?pair.axes=ranks&estimate.table=other.csv');
  nameTable(window, null, ['age']);
  expect(location.search).toBe('?pair.axes=ranks');
});
