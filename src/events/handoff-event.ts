/**
 * The base of every event of this package: a plain `Event` with readonly fields. What a person did bubbles and leaves
 * shadow roots; what the data did stays on the element.
 */
export abstract class HandoffEvent extends Event {}

/** For what a person did. */
export const BY_PERSON: EventInit = { bubbles: true, composed: true };

/** For what a person is about to do: a host may `preventDefault()` it. */
export const BY_PERSON_CANCELABLE: EventInit = { ...BY_PERSON, cancelable: true };
