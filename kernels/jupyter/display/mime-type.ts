/** Whether Jupyter sends this type as JSON rather than as a string. */
export function isJsonType(type: string): boolean {
  return /^application\/(json|[\w.-]+\+json)$/.test(type);
}

/** Types whose content is text; of the others Jupyter sends base64. */
export function isTextType(type: string): boolean {
  return type.startsWith('text/') || type === 'image/svg+xml' || type === 'application/javascript';
}

/** The type of a file, by its extension without the dot; `undefined` for one that no display makes. */
export function typeOfExtension(extension: string): string | undefined {
  return types[extension];
}

const types: Readonly<Record<string, string>> = {
  gif: 'image/gif',
  htm: 'text/html',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  md: 'text/markdown',
  png: 'image/png',
  svg: 'image/svg+xml',
  tex: 'text/latex',
  txt: 'text/plain',
  webp: 'image/webp',
};
