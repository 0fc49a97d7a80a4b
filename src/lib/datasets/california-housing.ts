import { float64 } from '../experiment/column.js';
import { numbers } from './columns.js';
import type { Dataset } from './dataset.js';

/**
 * Block groups of the 1990 US census. Inputs and their order are scikit-learn's; rows, target and scaling are
 * those of the code released with CS-IB (S. Yu et al., ICLR 2024).
 */
export const californiaHousing: Dataset = {
  name: 'california-housing',
  title: 'California Housing',
  licence: 'none stated; 1990 US census data (public domain), redistributed by StatLib and scikit-learn',
  citation:
    'R. K. Pace and R. Barry, "Sparse spatial autoregressions", Statistics & Probability Letters 33 (1997) 291–297',
  homepage: 'https://scikit-learn.org/stable/datasets/real_world.html#california-housing-dataset',
  source: {
    url: 'https://ndownloader.figshare.com/files/5976036',
    format: 'tgz',
    entry: 'cal_housing.data',
    // Stated by scikit-learn, sklearn/datasets/_california_housing.py.
    sha256: 'aaa5c9a6afe2225cc2aed2723682ae403280c4a3695a2ddda4ffb5d8215ea681',
    headerless: true,
  },
  file: 'california-housing.csv',
  bytes: 2_071_604,
  sha256: '534365b6c3c9b07c2b7d88e0ff9f1b41725d8b799748f5c0b80e1067f51c8ab3',
  rows: 20_640,
  columns: {
    longitude: float64('longitude of the block group', '°'),
    latitude: float64('latitude of the block group', '°'),
    housing_median_age: float64('median age of the houses', 'years'),
    total_rooms: float64('rooms in the block group'),
    total_bedrooms: float64('bedrooms in the block group'),
    population: float64('people in the block group'),
    households: float64('households in the block group'),
    median_income: float64('median household income', '10,000 US$ a year'),
    median_house_value: float64('median house value, capped at 500,001', 'US$'),
  },
  regression: {
    target: 'natural log of the median house value in 100,000 US$',
    // As the released code does: its mean and standard deviation have seen the test rows.
    standardisedOver: 'all rows',
    prepare(table) {
      // The survey cut values off at 500,000: such a row says only "at least".
      const kept = table.filter('row => row.median_house_value < 500000').reify();
      const column = (name: string) => numbers(kept, name);
      const households = column('households');
      const perHousehold = (name: string) => column(name).map((value, row) => value / households[row]);
      return {
        inputs: [
          { name: 'MedInc', values: column('median_income') },
          { name: 'HouseAge', values: column('housing_median_age') },
          { name: 'AveRooms', values: perHousehold('total_rooms') },
          { name: 'AveBedrms', values: perHousehold('total_bedrooms') },
          { name: 'Population', values: column('population') },
          { name: 'AveOccup', values: perHousehold('population') },
          { name: 'Latitude', values: column('latitude') },
          { name: 'Longitude', values: column('longitude') },
        ],
        target: numbers(kept, 'median_house_value', (value) => Math.log(value / 100_000)),
      };
    },
  },
};
