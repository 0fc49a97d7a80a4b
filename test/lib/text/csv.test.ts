import { expect, it } from 'vitest';
import { csv } from '../../../src/lib/text/csv.js';

it('quotes what would break a line apart, and leaves missing values empty', () => {
  const rows = [
    { name: 'a, "b"', value: 1.5, holds: true },
    { name: 'two\nlines', value: null, holds: false },
  ];
  expect(csv(['name', 'value', 'holds'], rows)).toBe(
    'name,value,holds\r\n"a, ""b""",1.5,true\r\n"two\nlines",,false\r\n',
  );
});
