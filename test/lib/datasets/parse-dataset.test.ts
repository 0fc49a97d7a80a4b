import { describe, expect, test } from 'vitest';
import { parseDataset } from '../../../src/lib/datasets/parse-dataset.js';
import { findDataset } from '../../../src/lib/datasets/registry.js';
import { localDataset } from '../../local-dataset.js';

const beijing = findDataset('beijing-pm25');
const header = Object.keys(beijing.columns).join(',');
const row = '1,2010,1,1,0,129,-16,-4,1020,SE,1.79,0,0';

describe('parseDataset', () => {
  test('reads numbers as numbers, names as text, and NA as null', () => {
    const table = parseDataset(beijing, `${header}\n${row}\n${row.replace('129', 'NA')}\n`);
    expect(table.objects()[0]).toEqual({
      No: 1,
      year: 2010,
      month: 1,
      day: 1,
      hour: 0,
      'pm2.5': 129,
      DEWP: -16,
      TEMP: -4,
      PRES: 1020,
      cbwd: 'SE',
      Iws: 1.79,
      Is: 0,
      Ir: 0,
    });
    expect(table.array('pm2.5')).toEqual([129, null]);
  });

  test('trims the blanks inside quotes', () => {
    const appliances = findDataset('appliances-energy');
    const names = Object.keys(appliances.columns);
    const quote = (fields: string[]) => fields.map((field) => `"${field}"`).join(',');
    const fields = names.map((name) =>
      name === 'date' ? '2016-01-11 17:00:00' : '  6.5999999999999996e+00',
    );
    const [first] = parseDataset(appliances, `${quote(names)}\n${quote(fields)}\n`).objects() as object[];
    expect(first).toEqual({
      ...Object.fromEntries(names.map((name) => [name, 6.6])),
      date: '2016-01-11 17:00:00',
    });
  });

  test('says which column is missing, and what stands in its place', () => {
    const renamed = header.replace('pm2.5', 'PM25');
    expect(() => parseDataset(beijing, `${renamed}\n${row}\n`)).toThrow(
      /^beijing-pm25: the header does not fit: missing "pm2\.5"; unknown "PM25" \(expected: No, year,/,
    );
  });

  test('says where a row is cut short, be it between fields or within the last number', () => {
    expect(() => parseDataset(beijing, `${header}\n${row}\n1,2010,1`)).toThrow(
      'beijing-pm25, line 3, column "day": there is no value; the file may be cut short',
    );
    expect(() => parseDataset(beijing, `${header}\n${row}\n${row.slice(0, -1)}`)).toThrow(
      'beijing-pm25, line 3, column "Ir": there is no value',
    );
  });

  test('says where a field is no number, or no integer', () => {
    expect(() => parseDataset(beijing, `${header}\n${row.replace('1.79', 'fast')}\n`)).toThrow(
      'beijing-pm25, line 2, column "Iws": expected a number, got "fast"',
    );
    expect(() => parseDataset(beijing, `${header}\n${row.replace('2010', '2010.5')}\n`)).toThrow(
      'beijing-pm25, line 2, column "year": expected an integer, got "2010.5"',
    );
  });

  test('a missing value is refused where the data set has none', () => {
    const housing = findDataset('california-housing');
    const text = `${Object.keys(housing.columns).join(',')}\n-122.23,37.88,41,880,NA,322,126,8.3252,452600\n`;
    expect(() => parseDataset(housing, text)).toThrow('column "total_bedrooms": expected a number, got "NA"');
  });
});

describe('the real files', () => {
  const parse = (name: string, text: string) => parseDataset(findDataset(name), text);
  const sum = (values: Iterable<unknown>) => Array.from(values).reduce((a: number, b) => a + Number(b), 0);

  // Sums: Python 3.11.7, csv and statistics modules.
  test('California Housing: 20,640 block groups, 992 of them capped', (context) => {
    const table = parse('california-housing', localDataset('california-housing', context));
    expect(table.numRows()).toBe(20_640);
    const values = Array.from(table.array('median_house_value') as Iterable<number>);
    expect(values.filter((value) => value >= 500_000).length).toBe(992);
  });

  test('Bike Sharing: casual and registered rentals add up', (context) => {
    const table = parse('bike-sharing', localDataset('bike-sharing', context));
    expect(table.numRows()).toBe(17_379);
    expect(sum(table.array('cnt'))).toBe(3_292_679);
    for (const { casual, registered, cnt } of table.objects() as Record<string, number>[])
      expect(casual + registered).toBe(cnt);
    expect(new Set(table.array('dteday')).size).toBe(731);
  });

  test('Appliances Energy: ten-minute steps, nothing missing', (context) => {
    const table = parse('appliances-energy', localDataset('appliances-energy', context));
    expect(table.numRows()).toBe(19_735);
    expect(table.get('date', 0)).toBe('2016-01-11 17:00:00');
    expect(table.get('date', 19_734)).toBe('2016-05-27 18:00:00');
    expect(sum(table.array('Appliances'))).toBe(1_928_010);
    expect(sum(table.array('T6'))).toBeCloseTo(156_122.38772498415, 6);
    expect(table.array('rv1')).toEqual(table.array('rv2'));
  });

  test('Beijing PM2.5: 2,067 readings missing', (context) => {
    const table = parse('beijing-pm25', localDataset('beijing-pm25', context));
    expect(table.numRows()).toBe(43_824);
    expect(Array.from(table.array('pm2.5')).filter((value) => value === null).length).toBe(2_067);
    expect(sum(table.array('pm2.5'))).toBe(4_117_792);
  });
});
