import { indicator, integers, numbers, numeric, oneHot } from './columns.js';
import type { Dataset } from './dataset.js';

/** Hourly rentals of a bicycle-sharing system, Washington D.C., 2011 and 2012. */
export const bikeSharing: Dataset = {
  name: 'bike-sharing',
  title: 'Bike Sharing (hourly)',
  licence: 'CC BY 4.0',
  citation:
    'H. Fanaee-T and J. Gama, "Event labeling combining ensemble detectors and background knowledge", Progress in Artificial Intelligence 2 (2014) 113–127',
  homepage: 'https://archive.ics.uci.edu/dataset/275/bike+sharing+dataset',
  source: {
    url: 'https://archive.ics.uci.edu/static/public/275/bike+sharing+dataset.zip',
    format: 'zip',
    entry: 'hour.csv',
  },
  file: 'bike-sharing-hour.csv',
  bytes: 1_139_356,
  sha256: 'b03a2d02e8c10f435c43c7f0b358b7e34a003afea53dbc37f0183f2763295133',
  rows: 17_379,
  columns: {
    instant: { type: 'int32', description: 'number of the row, from 1' },
    dteday: { type: 'string', description: 'date, YYYY-MM-DD' },
    season: { type: 'int32', description: 'season, 1 to 4' },
    yr: { type: 'int32', description: 'year, 0 for 2011 and 1 for 2012' },
    mnth: { type: 'int32', description: 'month, 1 to 12' },
    hr: { type: 'int32', description: 'hour of the day, 0 to 23' },
    holiday: { type: 'int32', description: '1 on a public holiday' },
    weekday: { type: 'int32', description: 'day of the week, 0 (Sunday) to 6' },
    workingday: { type: 'int32', description: '1 unless a weekend day or a holiday' },
    weathersit: { type: 'int32', description: 'weather, 1 (clear) to 4 (heavy rain or snow)' },
    temp: { type: 'float64', description: 'temperature, scaled by its publisher to [0, 1]' },
    atemp: { type: 'float64', description: 'apparent temperature, scaled to [0, 1]' },
    hum: { type: 'float64', description: 'relative humidity, a fraction' },
    windspeed: { type: 'float64', description: 'wind speed, scaled to [0, 1]' },
    casual: { type: 'int32', description: 'rentals by unregistered users in the hour' },
    registered: { type: 'int32', description: 'rentals by registered users in the hour' },
    cnt: { type: 'int32', description: 'rentals in the hour' },
  },
  regression: {
    target: 'natural log of 1 + the rentals of the hour',
    standardisedOver: 'training rows',
    // `casual` and `registered` add up to the target; `instant` and `dteday` number the rows.
    prepare: (table) => ({
      inputs: [
        ...oneHot(table, 'season', integers(1, 4)),
        ...oneHot(table, 'mnth', integers(1, 12)),
        ...oneHot(table, 'hr', integers(0, 23)),
        ...oneHot(table, 'weekday', integers(0, 6)),
        ...oneHot(table, 'weathersit', integers(1, 4)),
        ...['yr', 'holiday', 'workingday'].map((column) => indicator(table, column)),
        ...['temp', 'atemp', 'hum', 'windspeed'].map((column) => numeric(table, column)),
      ],
      target: numbers(table, 'cnt', Math.log1p),
    }),
  },
};
