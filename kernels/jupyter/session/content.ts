import { isJson, type Json } from '../protocol/message.js';

/** A request whose content is not what its type asks for. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
}

/** Fields of a request's content, checked as they are read. */
export interface Fields {
  text(name: string, fallback?: string): string;
  whole(name: string, fallback?: number): number;
  flag(name: string, fallback: boolean): boolean;
  object(name: string): Json;
}

export function fields(content: Json): Fields {
  const read = <T>(name: string, what: string, is: (value: unknown) => boolean, fallback?: T): T => {
    const value = content[name] ?? fallback;
    if (!is(value)) throw new BadRequest(`"${name}" must be ${what}`);
    return value as T;
  };
  return {
    text: (name, fallback) => read(name, 'a string', (value) => typeof value === 'string', fallback),
    whole: (name, fallback) => read(name, 'a whole number', Number.isSafeInteger, fallback),
    flag: (name, fallback) => read(name, 'true or false', (value) => typeof value === 'boolean', fallback),
    object: (name) => read(name, 'an object', isJson, {}),
  };
}
