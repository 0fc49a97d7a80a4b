/** What is chosen, written for an address and said to a reader. */
export interface Choice {
  /** As an address writes it: `bike`. Reading it back gives the same choice. */
  readonly text: string;
  /** As a reader calls it: `Bike Sharing`. */
  readonly words: string;
}

/** A control of a single choice, which can be written into an address, said in words, and repeated elsewhere. */
export interface Setting<T> extends HTMLElement {
  readonly value: T;
  /** What is chosen from: `Data`. */
  readonly label: string;
  readonly choice: Choice;
  /** Another control of the same choice, which follows this one, as this one follows it. */
  again(): Setting<T>;
  /** Whether this is such another one. */
  readonly repeated: boolean;
  /**
   * Chooses as an address asks, and tells all who listen.
   *
   * @throws {RangeError} where there is no such choice; then nothing is changed
   */
  choose(text: string): void;
}

interface SettingParts<T> {
  readonly label: string;
  readonly value: () => T;
  readonly choice: () => Choice;
  /** Sets the fields. @returns whether there is such a choice */
  readonly set: (text: string) => boolean;
  /** Makes the control anew, at its present choice. */
  readonly make: () => Setting<T>;
}

/** Makes a setting of an element with fields. */
export function setting<T>(
  node: HTMLElement,
  { label, value, choice, set, make }: SettingParts<T>,
): Setting<T> {
  const made = Object.defineProperties(node, {
    label: { value: label },
    value: { get: value },
    choice: { get: choice },
    repeated: { value: false, configurable: true },
    choose: {
      value(text: string) {
        if (text === choice().text) return;
        if (!set(text)) throw new RangeError(`“${label}” cannot be “${text}”`);
        node.dispatchEvent(new Event('input', { bubbles: true }));
      },
    },
    again: {
      value() {
        const other = Object.defineProperty(make(), 'repeated', { value: true });
        made.addEventListener('input', () => other.choose(made.choice.text));
        other.addEventListener('input', () => made.choose(other.choice.text));
        return other;
      },
    },
  }) as Setting<T>;
  return made;
}
