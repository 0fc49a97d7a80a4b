/** Where a site is built by this process before it takes its place. */
export const unfinishedFolder = (output: string) => `${output}.building-${process.pid}`;
