/** What is shown of a value: one representation a MIME type, of which a client takes the richest it knows. */
export interface MimeBundle {
  /** JSON types hold the value itself, text types a string, other types base64. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}
