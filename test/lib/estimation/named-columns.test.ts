import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnsText, namedColumns } from '../../../src/lib/estimation/named-columns.js';

const known = ['dose', 'weight (kg)', 'pressure, upper', 'upper', 'pressure'];

it.each([
  ['dose', ['dose']],
  [' dose , weight (kg),', ['dose', 'weight (kg)']],
  ['pressure, upper', ['pressure, upper']],
  ['dose,pressure, upper,pressure', ['dose', 'pressure, upper', 'pressure']],
  ['upper,dose,upper', ['upper', 'dose']],
])('columns named by %j are read', (text, names) => {
  expect(namedColumns(text, known)).toEqual(names);
});

it('names that are none are said, and so is that there are none', () => {
  expect(() => namedColumns('dose,presure', known)).toThrow('no column "presure"; did you mean "pressure"?');
  expect(() => namedColumns(' , ', known)).toThrow('names of columns are wanted');
});

it('what is written of columns is read back, with commas within their names', () => {
  // Names begin and end in letters of their own, so that none is made of others.
  const name = fc
    .tuple(fc.nat(1e6), fc.constantFrom('', ',', ', ', ' , (kg), '))
    .map(([number, comma]) => `a${number}${comma}${comma === '' ? '' : `b${number}`}`);
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 6 }), fc.nat(62), (names, mask) => {
      const some = names.filter((_, at) => (mask >> at) % 2 === 0);
      fc.pre(some.length > 0);
      expect(namedColumns(columnsText(some), names)).toEqual(some);
    }),
  );
});
