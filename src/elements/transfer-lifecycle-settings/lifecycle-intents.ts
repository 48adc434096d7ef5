/** What a person can want of the settings. */
export interface LifecycleIntents {
  /** Loads the settings again. */
  refresh(): void;
  /** Types into the field of a channel. */
  type(channel: string, text: string): void;
  /** Has finished with the field of a channel. */
  leave(channel: string): void;
  /** Takes what somebody else has saved for a channel. */
  useTheirs(channel: string): void;
  restoreDefaults(): void;
  discard(): void;
  save(): void;
  /** Sends the form that the element is a field of. */
  submitForm(): void;
}
