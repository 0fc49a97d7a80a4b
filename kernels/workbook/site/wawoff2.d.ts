/** What is called here of a package that declares no types. */
declare module 'wawoff2' {
  /** A font of the web (WOFF2) as TrueType or OpenType. */
  export function decompress(font: Uint8Array): Promise<Uint8Array>;
}
