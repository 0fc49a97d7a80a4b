/** What the language brings and the kernel's own code in this thread relies on. */
const guarded: readonly object[] = [
  ...[Array, Function, Map, Object, Promise, Set, String, Symbol, WeakMap, Reflect, JSON],
  ...[Array, Function, Map, Object, Promise, RegExp, Set, String, WeakMap].map(
    ({ prototype }) => prototype as object,
  ),
  ...[[][Symbol.iterator](), new Map().entries(), new Set().values(), ''.matchAll(/x/g)].map(
    (iterator) => Object.getPrototypeOf(iterator) as object,
  ),
];

interface Kept {
  readonly target: object;
  readonly key: PropertyKey;
  readonly own: PropertyDescriptor;
}

/** Puts back what cells have replaced; returns the names of it. */
export type Restore = () => string[];

/**
 * Remembers what the language brings as it is now. A cell may add to it; one that replaces a part of it would take
 * the kernel's own code with it, which runs in the same thread, and nothing would ever be answered again.
 *
 * What is used here was taken before any cell ran, and no loop asks an iterator.
 *
 * @param lost called where something cannot be put back
 */
export function keepIntrinsics(lost: () => void): Restore {
  const { getOwnPropertyDescriptor, defineProperty, ownKeys, deleteProperty, apply } = Reflect;
  const { is } = Object;
  const text = String;
  const kept: Kept[] = [];
  for (const target of guarded)
    for (const key of ownKeys(target))
      kept[kept.length] = { target, key, own: getOwnPropertyDescriptor(target, key)! };
  const names = new Set(ownKeys(Object.prototype));
  const { has } = Set.prototype;

  return () => {
    const replaced: string[] = [];
    for (let i = 0; i < kept.length; i++) {
      const { target, key, own } = kept[i];
      if (isAsBefore(target, key, own)) continue;
      if (!defineProperty(target, key, own)) lost();
      define(replaced, text(key));
    }
    // What is assigned to any object would meet a setter, or a property that cannot be written.
    const keys = ownKeys(Object.prototype);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (apply(has, names, [key])) continue;
      const { set, get, writable } = getOwnPropertyDescriptor(Object.prototype, key)!;
      if ((set || get || !writable) && deleteProperty(Object.prototype, key)) define(replaced, text(key));
    }
    return replaced;
  };

  function isAsBefore(target: object, key: PropertyKey, own: PropertyDescriptor): boolean {
    // Most of it are values, which are read faster than described; a getter that stands for one may throw.
    if ('value' in own)
      try {
        return is((target as Record<PropertyKey, unknown>)[key], own.value);
      } catch {
        return false;
      }
    const now = getOwnPropertyDescriptor(target, key);
    return now !== undefined && now.get === own.get && now.set === own.set;
  }

  function define(list: string[], value: string): void {
    defineProperty(list, list.length, { value, writable: true, enumerable: true, configurable: true });
  }
}

/** What a cell is told that replaced some of it. */
export class ReplacedIntrinsics extends TypeError {
  override readonly name = 'TypeError';

  constructor(names: readonly string[]) {
    super(
      `this cell replaced ${names.join(', ')}, on which all code in the kernel's thread relies, the kernel's own ` +
        'included. It was put back; give what you add to the language a name of its own',
    );
  }
}
