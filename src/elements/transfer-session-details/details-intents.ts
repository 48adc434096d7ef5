import type { TransferSession } from "../../domain/session/session.js";

/** What a person can want of the details. */
export interface DetailsIntents {
  /** Goes on to another session. */
  show(session: TransferSession): void;
  /** Asks whether the session is to be ended. @param from what was pressed; focus returns to it. */
  askEnd(session: TransferSession, from: HTMLElement): void;
  /** Ends it without a question: it was answered before. */
  end(session: TransferSession): void;
  refresh(): void;
  /** @param field how it is called. */
  copy(text: string, field: string): void;
  close(): void;
}
