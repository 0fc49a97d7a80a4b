/**
 * The names that Framework gives to the cells of a page. Libraries that it would fetch from the network when they are
 * named (`Plot`, `d3`, `html`) are not among them: pages import what they use.
 */

/** Shows a value above the cell's code, and returns it. */
export function display<T>(value: T): T;
/** Shows an input; other cells see its value, now and whenever it changes. */
export function view<T>(input: EventTarget & { readonly value: T }): AsyncGenerator<T, void, unknown>;

/** The width of the page's column in pixels. A cell that uses it runs again when it changes. */
export const width: number;
/** Whether the page is dark. */
export const dark: boolean;
/** The time in milliseconds since 1970. A cell that uses it runs again and again. */
export const now: number;
/** Settles when the cell is about to run again: the time to stop what it has started. */
export const invalidation: Promise<void>;
/** Settles when the cell's place is in view. */
export function visibility<T = void>(value?: T): Promise<T>;

/** An element that holds what `render` draws, and draws it again when its size changes. */
export function resize(
  render: (width: number, height: number) => Node | null | Promise<Node | null>,
  invalidation?: Promise<void>,
): HTMLDivElement;

/** A file of the site. */
export interface FileAttachment {
  readonly name: string;
  readonly mimeType: string;
  /** Milliseconds since 1970. */
  readonly lastModified: number;
  /** In bytes. */
  readonly size: number;
  readonly href: string;
  url(): Promise<string>;
  blob(): Promise<Blob>;
  arrayBuffer(): Promise<ArrayBuffer>;
  text(encoding?: string): Promise<string>;
  json<T = unknown>(): Promise<T>;
  stream(): Promise<ReadableStream<Uint8Array>>;
  image(properties?: Partial<HTMLImageElement>): Promise<HTMLImageElement>;
  xml(mimeType?: DOMParserSupportedType): Promise<Document>;
  html(): Promise<Document>;
}

/** @param name a path relative to the page, as a literal: Framework reads it when it builds the page */
export function FileAttachment(name: string): FileAttachment;

/** Makes generators: a cell that yields values, of which the other cells see the latest. */
export const Generators: {
  /** The value of an input, now and whenever it changes. */
  input<T>(element: EventTarget & { readonly value: T }): AsyncGenerator<T, void, unknown>;
  /** The latest of the values that `initialize` notifies; older ones that nobody took are dropped. */
  observe<T>(initialize: (notify: (value: T) => T) => (() => void) | void): AsyncGenerator<T, void, unknown>;
  /** Every value that `initialize` notifies, in order. */
  queue<T>(initialize: (notify: (value: T) => T) => (() => void) | void): AsyncGenerator<T, void, unknown>;
  /** The width of an element in pixels. */
  width(element: Element): AsyncGenerator<number, void, unknown>;
  dark(): AsyncGenerator<boolean, void, unknown>;
  now(): AsyncGenerator<number, void, unknown>;
};

/** A value that its own cell can set, in `.value`; other cells see it, and run again when it is set. */
export function Mutable<T>(value: T): AsyncGenerator<T, void, unknown> & { value: T };
