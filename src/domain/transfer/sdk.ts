/** What says `ON_SOCKET_CONNECTION`: an emitter as SDKs have it. */
export interface TransferConnection {
  readonly on?: ((...args: never[]) => unknown) | undefined;
  readonly off?: ((...args: never[]) => unknown) | undefined;
  readonly removeListener?: ((...args: never[]) => unknown) | undefined;
}

/**
 * An agent-assist SDK as a host has it. Its methods may come later, such as with its connection, and may want more of what
 * they are given than is known here.
 */
export interface TransferSdk extends TransferConnection {
  /** Whether `internalTransfer` takes more than the guide's payload. */
  readonly extras?: boolean | undefined;
  readonly internalTransfer?: ((...data: never[]) => unknown) | undefined;
  readonly triggerSummary?: ((...data: never[]) => unknown) | undefined;
  readonly endOfConversation?: ((...data: never[]) => unknown) | undefined;
}
