/** The module with an experiment's `run`: `<name>.run.ts`, beside its definition. */
export function runFileOf(definitionFile: string): string {
  return definitionFile.replace(/\.ts$/, '.run.ts');
}
