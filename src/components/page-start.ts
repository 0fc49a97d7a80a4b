import { arrive } from './arrival.js';

// What every page does beside its cells.
arrive(window);
