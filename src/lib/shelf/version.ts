/** The name under which a page's head says which version of Litmus made it. */
export const versionMeta = 'litmus-version';
