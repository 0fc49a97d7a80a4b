/**
 * The specifier that Node would know: `npm:pkg`, `npm:pkg@1.2/path` mean the installed `pkg`, `pkg/path`.
 */
export function installed(specifier: string): string {
  const match = /^npm:((?:@[^/@]+\/)?[^/@]+)(?:@[^/]*)?(\/.*)?$/.exec(specifier);
  return match ? match[1] + (match[2] ?? '') : specifier;
}
