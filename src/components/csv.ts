export { csv } from '../lib/text/csv.js';
