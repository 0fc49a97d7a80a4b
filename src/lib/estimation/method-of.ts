import { type Method, methods } from './methods.js';

/** The method of an id, or of the name of its function: mesner-shalizi, mesnerShalizi. @throws {RangeError} for others. */
export function methodOf(id: string): Method {
  const plain = (name: string) => name.replaceAll('-', '').toLowerCase();
  const found = methods.find((method) => plain(method.id) === plain(id));
  if (!found)
    throw new RangeError(`no estimator "${id}": there are ${methods.map((method) => method.id).join(', ')}`);
  return found;
}

/** The full name of a method with the short one that commands and refusals use: `Gao et al., mixtures (gao)`. */
export function methodInWords(id: string): string {
  const { label, id: short } = methodOf(id);
  return `${label} (${short})`;
}
