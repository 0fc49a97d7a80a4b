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
    No: { type: 'int32', description: 'number of the row, from 1' },
    year: { type: 'int32', description: 'year' },
    month: { type: 'int32', description: 'month, 1 to 12' },
    day: { type: 'int32', description: 'day of the month' },
    hour: { type: 'int32', description: 'hour of the day, 0 to 23' },
    'pm2.5': { type: 'float64', description: 'concentration of particles below 2.5 µm', unit: 'µg/m³' },
    DEWP: { type: 'float64', description: 'dew point', unit: '°C' },
    TEMP: { type: 'float64', description: 'temperature', unit: '°C' },
    PRES: { type: 'float64', description: 'air pressure', unit: 'hPa' },
    cbwd: { type: 'string', description: 'wind direction: NW, NE, SE, or cv (calm and variable)' },
    Iws: { type: 'float64', description: 'wind speed, cumulated', unit: 'm/s' },
    Is: { type: 'float64', description: 'hours of snow, cumulated', unit: 'h' },
    Ir: { type: 'float64', description: 'hours of rain, cumulated', unit: 'h' },
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
