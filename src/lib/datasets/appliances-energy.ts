import { float64, type Schema, text } from '../experiment/column.js';
import { numbers, numeric } from './columns.js';
import type { Dataset } from './dataset.js';

const places = [
  'kitchen',
  'living room',
  'laundry room',
  'office',
  'bathroom',
  'outside, north side',
  'ironing room',
  "teenager's room",
  "parents' room",
];

const climate: Schema = Object.fromEntries(
  places.flatMap((place, i) => [
    [`T${i + 1}`, float64(`temperature, ${place}`, '°C')],
    [`RH_${i + 1}`, float64(`relative humidity, ${place}`, '%')],
  ]),
);

const weather: Schema = {
  T_out: float64('temperature at the weather station', '°C'),
  Press_mm_hg: float64('air pressure at the weather station', 'mmHg'),
  RH_out: float64('relative humidity at the weather station', '%'),
  Windspeed: float64('wind speed at the weather station', 'm/s'),
  Visibility: float64('visibility at the weather station', 'km'),
  Tdewpoint: float64('dew point at the weather station', '°C'),
};

/** Electricity used by the appliances of a house in Belgium, every 10 minutes for four and a half months. */
export const appliancesEnergy: Dataset = {
  name: 'appliances-energy',
  title: 'Appliances Energy Prediction',
  licence: 'CC BY 4.0',
  citation:
    'L. M. Candanedo, V. Feldheim and D. Deramaix, "Data driven prediction models of energy use of appliances in a low-energy house", Energy and Buildings 140 (2017) 81–97',
  homepage: 'https://archive.ics.uci.edu/dataset/374/appliances+energy+prediction',
  source: {
    url: 'https://archive.ics.uci.edu/static/public/374/appliances+energy+prediction.zip',
    format: 'zip',
    entry: 'energydata_complete.csv',
  },
  file: 'appliances-energy.csv',
  bytes: 11_959_627,
  sha256: 'e7601453ceb2f346d6d721480d74438422705ce5ac5c504c1addfac540dff413',
  rows: 19_735,
  columns: {
    date: text('start of the 10 minutes, YYYY-MM-DD hh:mm:ss, local time'),
    Appliances: float64('energy used by appliances', 'Wh'),
    lights: float64('energy used by lights', 'Wh'),
    ...climate,
    ...weather,
    rv1: float64('a random number'),
    rv2: float64('the same random number'),
  },
  regression: {
    target: 'natural log of the energy used by appliances in 10 minutes, in Wh',
    standardisedOver: 'training rows',
    prepare: (table) => ({
      inputs: ['lights', ...Object.keys(climate), ...Object.keys(weather)].map((column) =>
        numeric(table, column),
      ),
      target: numbers(table, 'Appliances', Math.log),
    }),
  },
};
