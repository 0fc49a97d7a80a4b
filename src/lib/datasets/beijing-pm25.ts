import { float64, int32, orNull, text } from '../experiment/column.js';
import { cyclic, logarithmic, numbers, numeric, oneHot } from './columns.js';
import type { Dataset } from './dataset.js';

/** Hourly fine-dust readings at the US embassy in Beijing with the weather at its airport, 2010 to 2014. */
export const beijingPm25: Dataset = {
  name: 'beijing-pm25',
  title: 'Beijing PM2.5',
  licence: 'CC BY 4.0',
  citation:
    'X. Liang et al., "Assessing Beijing\'s PM2.5 pollution: severity, weather impact, APEC and winter heating", Proceedings of the Royal Society A 471 (2015) 20150257',
  homepage: 'https://archive.ics.uci.edu/dataset/381/beijing+pm2+5+data',
  source: {
    url: 'https://archive.ics.uci.edu/static/public/381/beijing+pm2+5+data.zip',
    format: 'zip',
    entry: 'PRSA_data_2010.1.1-2014.12.31.csv',
  },
  file: 'beijing-pm25.csv',
  bytes: 1_966_669,
  sha256: '4fe4c954a563d0e746f96c258e1acf31f7880f1ad825b046052121938781c656',
  rows: 43_824,
  columns: {
    No: int32('number of the row, from 1'),
    year: int32('year'),
    month: int32('month, 1 to 12'),
    day: int32('day of the month'),
    hour: int32('hour of the day, 0 to 23'),
    'pm2.5': orNull(float64('concentration of particles below 2.5 µm', 'µg/m³')),
    DEWP: float64('dew point', '°C'),
    TEMP: float64('temperature', '°C'),
    PRES: float64('air pressure', 'hPa'),
    cbwd: text('wind direction: NW, NE, SE, or cv (calm and variable)'),
    Iws: float64('wind speed, cumulated', 'm/s'),
    Is: float64('hours of snow, cumulated', 'h'),
    Ir: float64('hours of rain, cumulated', 'h'),
  },
  missing: 'NA',
  regression: {
    target: 'natural log of 1 + the PM2.5 concentration in µg/m³',
    standardisedOver: 'training rows',
    prepare(table) {
      const kept = table.filter('row => row["pm2.5"] !== null').reify();
      return {
        inputs: [
          ...oneHot(kept, 'cbwd', ['NW', 'NE', 'SE', 'cv']),
          ...cyclic(kept, 'hour', 24),
          ...cyclic(kept, 'month', 12),
          ...['DEWP', 'TEMP', 'PRES'].map((column) => numeric(kept, column)),
          ...['Iws', 'Is', 'Ir'].map((column) => logarithmic(kept, column)),
        ],
        target: numbers(kept, 'pm2.5', Math.log1p),
      };
    },
  },
};
