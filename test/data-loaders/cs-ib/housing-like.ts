import { table } from 'arquero';
import { random } from '../../../src/lib/statistics/random.js';

/** A table with the columns of the California Housing data and a target that its inputs decide, but for noise. */
export function housingLike(rows: number) {
  const { uniform, normal } = random(3, 'housing');
  const column = (low: number, high: number) =>
    Float64Array.from({ length: rows }, () => low + (high - low) * uniform());
  const income = column(1, 8);
  const age = column(1, 52);
  return table({
    longitude: column(-124, -114),
    latitude: column(32, 42),
    housing_median_age: age,
    total_rooms: column(500, 5000),
    total_bedrooms: column(100, 1000),
    population: column(300, 3000),
    households: column(100, 1000),
    median_income: income,
    median_house_value: income.map((value, row) => 4e4 * value * Math.exp(age[row] / 100 + 0.1 * normal())),
  });
}
