import { framework, prepare } from './workbook.js';

await prepare();
process.exitCode = await framework('build');
