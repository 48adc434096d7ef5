/** Says when a slice of work has to give the thread back. */
export type TimeUp = () => boolean;

/**
 * Work that can stop and go on, so that a large document freezes no page. It knows no clock: the caller says when the
 * time is up.
 */
export interface Job {
  /** @returns `true` once everything is done; call again otherwise. */
  run(timeUp: TimeUp): boolean;
}
