import { distance } from 'fastest-levenshtein';
import { appliancesEnergy } from './appliances-energy.js';
import { beijingPm25 } from './beijing-pm25.js';
import { bikeSharing } from './bike-sharing.js';
import { californiaHousing } from './california-housing.js';
import type { Dataset } from './dataset.js';

/** Every tabular data set that an experiment may name; for arrays see `registered.ts`. */
export const datasets: readonly Dataset[] = [californiaHousing, bikeSharing, appliancesEnergy, beijingPm25];

/**
 * The tabular data set of a name.
 *
 * @throws {RangeError} where there is none, naming all of them, the nearest first.
 */
export function findDataset(name: string): Dataset {
  const found = datasets.find((dataset) => dataset.name === name);
  if (found) return found;
  const nearest = datasets
    .map((dataset) => dataset.name)
    .sort((a, b) => distance(name, a) - distance(name, b));
  throw new RangeError(
    `there is no data set "${name}"; did you mean "${nearest[0]}"? (the others: ${nearest.slice(1).join(', ')})`,
  );
}
