import { float64, int32, text } from '../experiment/column.js';
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
    instant: int32('number of the row, from 1'),
    dteday: text('date, YYYY-MM-DD'),
    season: int32('season, 1 to 4'),
    yr: int32('year, 0 for 2011 and 1 for 2012'),
    mnth: int32('month, 1 to 12'),
    hr: int32('hour of the day, 0 to 23'),
    holiday: int32('1 on a public holiday'),
    weekday: int32('day of the week, 0 (Sunday) to 6'),
    workingday: int32('1 unless a weekend day or a holiday'),
    weathersit: int32('weather, 1 (clear) to 4 (heavy rain or snow)'),
    temp: float64('temperature, scaled by its publisher to [0, 1]'),
    atemp: float64('apparent temperature, scaled to [0, 1]'),
    hum: float64('relative humidity, a fraction'),
    windspeed: float64('wind speed, scaled to [0, 1]'),
    casual: int32('rentals by unregistered users in the hour'),
    registered: int32('rentals by registered users in the hour'),
    cnt: int32('rentals in the hour'),
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
