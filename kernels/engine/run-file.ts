import { exists } from './exists.js';

/** The module with an experiment's `run`: `<name>.run.ts` beside its definition, or the definition's own. */
export async function runFileOf(definitionFile: string): Promise<string> {
  const beside = definitionFile.replace(/\.ts$/, '.run.ts');
  return (await exists(beside)) ? beside : definitionFile;
}
