/** Names that each run of a cell gives its code values of its own for; no cell defines them. */
export const special: ReadonlySet<string> = new Set(['display', '__alive', '__import', '__meta', '__result']);
