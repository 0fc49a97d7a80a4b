/** Where a notebook is, and what it may import. */
export interface Folders {
  /** The notebook's folder: relative imports start from it. */
  readonly folder: string;
  /** The checkout: packages that the folder does not have are taken from here. */
  readonly root: string;
}
