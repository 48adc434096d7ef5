/** The words of the question before a session is ended, which more than one element asks. */
export interface EndConfirmationStrings {
  readonly confirmTitle: string;
  readonly confirmMessage: (contact: string, provider: string) => string;
  readonly confirmEnd: string;
  /** In place of the question, once the session is over. */
  readonly confirmOver: string;
  readonly confirmLeft: string;
  readonly confirmUnknownContact: string;
  readonly confirmUnknownProvider: string;
}

export const endConfirmationEnglish: EndConfirmationStrings = {
  confirmTitle: "End this session?",
  confirmMessage: (contact, provider) =>
    `The conversation of contact ${contact} on ${provider} is closed, and the remote agent is told.`,
  confirmEnd: "End session",
  confirmOver: "This session has ended meanwhile.",
  confirmLeft: "This session has left the list meanwhile.",
  confirmUnknownContact: "unknown",
  confirmUnknownProvider: "an unknown provider",
};
