import path from 'node:path';
import { Failure } from '../../engine/failure.js';

/**
 * The extension of the file that a notebook makes: that of the file it is written to, else the one before
 * `.ipynb`, as a data loader's name has it (`flights.csv.ipynb` makes `flights.csv`).
 *
 * @throws {Failure} where neither says
 */
export function outputExtension(notebook: string, output?: string): string {
  const extension = path.extname(output ?? path.basename(notebook).replace(/\.ipynb$/i, ''));
  if (extension !== '' && extension !== '.') return extension;
  throw new Failure(
    output === undefined
      ? `${notebook}: its name does not say what it makes; name it like data.csv.ipynb, or give --output data.csv`
      : `${output}: its name does not say what it is to hold; give it an extension, such as .csv or .parquet`,
    2,
  );
}
