/** What of the embedded page depends on where it stands. */
export interface Place {
  readonly document: Document;
  readonly view: Window;
  /** Of the configuration file: `src` is relative to it. */
  readonly base: URL;
}
