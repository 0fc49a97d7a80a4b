/** What may stand before the fraction of a number, beside a point. */
export type Decimal = '.' | ',';

/** The value of a text, or `undefined` where it is written otherwise. */
export type CellReader<T> = (text: string) => T | undefined;

const infinite = /^[+-]?inf(inity)?$/i;

function plainNumber(text: string): number | undefined {
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  if (!infinite.test(text)) return undefined;
  return text.startsWith('-') ? -Infinity : Infinity;
}

/** With a comma before the fraction, and thousands apart by points, blanks or apostrophes: `1.234,5`. */
const withComma = /^[+-]?(\d+|\d{1,3}([.\s'’]\d{3})+)?(,\d*)?(e[+-]?\d+)?$/i;

/** With a point before the fraction, and thousands apart by commas, blanks or apostrophes: `1,234.5`. */
const withGroups = /^[+-]?(\d+|\d{1,3}([,\s'’]\d{3})+)(\.\d*)?$/;

const digit = /\d/;

const commaNumber: CellReader<number> = (text) =>
  withComma.test(text) && digit.test(text)
    ? Number(text.replace(/[.\s'’]/g, '').replace(',', '.'))
    : undefined;

const groupedNumber: CellReader<number> = (text) =>
  withGroups.test(text) ? Number(text.replace(/[,\s'’]/g, '')) : undefined;

/** Ways to write a number, the usual one first. One column is written in one of them. */
export const numberReaders = (decimal: Decimal): readonly CellReader<number>[] =>
  decimal === ',' ? [plainNumber, commaNumber, groupedNumber] : [plainNumber, groupedNumber];

const iso = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
const time = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?`;

type Part = 'day' | 'month' | 'year';

/** Dates of numbers, with or without a time of day; they count as UTC. */
function datesOf(form: RegExp, order: readonly [Part, Part, Part]): CellReader<Date> {
  return (text) => {
    const found = form.exec(text);
    if (!found) return undefined;
    const [year, month, day] = (['year', 'month', 'day'] as const).map((part) =>
      Number(found[1 + order.indexOf(part)]),
    );
    const [hour, minute, second] = found.slice(4).map((digits) => Number(digits ?? 0));
    const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
    // A 31 February rolls over, and shows that days and months stand the other way round.
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : undefined;
  };
}

const withPoints = new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4})${time}$`);
const withSlashes = new RegExp(String.raw`^(\d{1,2})/(\d{1,2})/(\d{4})${time}$`);
const yearFirst = new RegExp(String.raw`^(\d{4})/(\d{1,2})/(\d{1,2})${time}$`);

/** Ways to write a date of which each tells what it is by itself. */
export const dateReaders: readonly CellReader<Date>[] = [
  (text) => (iso.test(text) ? new Date(text) : undefined),
  datesOf(withPoints, ['day', 'month', 'year']),
  datesOf(yearFirst, ['year', 'month', 'day']),
];

/** Days first and months first, of which a column must rule out one: 13/1/2024 is no month. */
export const slashReaders: readonly CellReader<Date>[] = [
  datesOf(withSlashes, ['day', 'month', 'year']),
  datesOf(withSlashes, ['month', 'day', 'year']),
];
