/** See bundles.js: it runs before the loader for TypeScript is there. */
export function findBundles(): Promise<string | undefined>;
export function places(): Promise<string[]>;
export function codeFile(folder: string, entry: string, use: string): string;
