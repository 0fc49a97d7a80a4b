/** What every cell can use without an import, as declarations with their documentation. */
export const builtinsText = `
declare const shown: unique symbol;

/** A value that says itself how it is shown. */
interface Displayable {
  readonly [shown]: true;
}

/** A generator that is waited for by whoever uses it: other cells see its latest value. */
interface MutableGenerator<T> extends AsyncGenerator<T, void, unknown> {
  /** The value; setting it runs the cells that use it again. */
  value: T;
}

declare global {
  /**
   * Shows a value below the cell, as richly as the front end can.
   *
   * @param value anything: text, numbers, tables of rows, DOM elements, plots, images
   * @param options.id a name of the output, by which it can be replaced later
   * @param options.update whether to replace the outputs of this name instead of adding one
   * @returns the value, so that it can be shown where it is made
   * @example const rows = display(await load());
   */
  function display<T>(value: T, options?: { id?: string; update?: boolean }): T;

  /**
   * Takes away what the cell has shown so far.
   *
   * @param wait whether to do so only when there is something new to show, so that nothing flickers
   */
  function clearOutput(wait?: boolean): void;

  /**
   * Asks the reader for a line of text.
   *
   * @param message what is asked
   * @param options.password whether to hide what is typed
   * @returns the line
   */
  function input(message?: string, options?: { password?: boolean }): Promise<string>;

  /**
   * HTML to be shown, as it is; as a template tag it escapes what is interpolated, except nodes and other
   * \`html\` values.
   *
   * @example html\`<b>\${name}</b>\`
   */
  function html(text: string | TemplateStringsArray, ...values: readonly unknown[]): Displayable;

  /**
   * An SVG file to be shown, as it is; as a template tag it escapes like \`html\`.
   *
   * @example svg\`<svg viewBox="0 0 9 9"><circle r="\${radius}"/></svg>\`
   */
  function svg(text: string | TemplateStringsArray, ...values: readonly unknown[]): Displayable;

  /**
   * Markdown to be shown, with formulas between \`$\` or \`$$\`; as a template tag it keeps backslashes and
   * escapes nothing.
   *
   * @example md\`The estimate is **\${value.toFixed(3)}** nats.\`
   */
  function md(text: string | TemplateStringsArray, ...values: readonly unknown[]): Displayable;

  /**
   * A formula to be shown, on a line of its own where it brings no delimiters; as a template tag it keeps
   * backslashes.
   *
   * @example tex\`I(X;Y) = H(X) - H(X \\mid Y)\`
   */
  function tex(text: string | TemplateStringsArray, ...values: readonly unknown[]): Displayable;

  /** A value to be shown as a tree of JSON. */
  function json(value: unknown): Displayable;

  /**
   * A Vega-Lite chart to be shown.
   *
   * @param spec its specification; \`$schema\` names the version
   */
  function vegaLite(spec: object): Displayable;

  /**
   * A PNG, JPEG, GIF, WebP or SVG image to be shown.
   *
   * @param bytes of its file
   * @param options.width on the page, in CSS pixels; the image's own where omitted
   * @param options.height on the page, in CSS pixels; the image's own where omitted
   * @param options.alt what the image shows, for those who do not see it
   */
  function image(bytes: Uint8Array, options?: { width?: number; height?: number; alt?: string }): Displayable;

  /**
   * Representations of a value, of which the front end shows the richest that it knows.
   *
   * @param data by MIME type: JSON types hold the value itself, text types a string, other types base64
   * @param metadata by MIME type
   * @example bundle({'text/plain': 'a', 'text/html': '<b>a</b>'})
   */
  function bundle(data: object, metadata?: object): Displayable;

  /** Makes generators: a cell that yields values, of which the other cells see the latest. */
  const Generators: {
    /**
     * The latest of the values that \`initialize\` notifies; older ones that nobody took are dropped.
     *
     * @param initialize is given the function that notifies, and may return one that disposes
     */
    observe<T>(initialize: (notify: (value: T) => T) => (() => void) | void): AsyncGenerator<T, void, unknown>;
    /**
     * Every value that \`initialize\` notifies, in order.
     *
     * @param initialize is given the function that notifies, and may return one that disposes
     */
    queue<T>(initialize: (notify: (value: T) => T) => (() => void) | void): AsyncGenerator<T, void, unknown>;
    /** The value of an input element, now and whenever it changes. */
    input<T = unknown>(element: EventTarget & { value?: T }): AsyncGenerator<T, void, unknown>;
    /** The time in milliseconds since 1970, again and again. */
    now(): AsyncGenerator<number, void, unknown>;
  };

  /**
   * A value that its own cell can set, in \`.value\`; other cells see it, and run again when it is set.
   *
   * @example const count = Mutable(0); const increment = () => ++count.value;
   */
  function Mutable<T>(value: T): MutableGenerator<T>;

  /** Settles when the cell is about to run again or is deleted: the time to stop what it has started. */
  const invalidation: Promise<void>;

  /** The time in milliseconds since 1970. A cell that uses it runs again and again. */
  const now: number;
}
export {};
`;

/** The names that it declares. */
export const builtinNames: ReadonlySet<string> = new Set(
  [...builtinsText.matchAll(/^ {2}(?:function|const) (\w+)/gm)].map(([, name]) => name),
);
