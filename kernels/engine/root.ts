import { fileURLToPath } from 'node:url';

/** The folder of the checkout: where `package.json` and `data-loaders/` are. */
export const root = fileURLToPath(new URL('../../', import.meta.url));
