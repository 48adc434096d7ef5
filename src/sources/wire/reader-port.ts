import type { LifecycleSettings } from "../../domain/session/lifecycle.js";
import type { TransferSession } from "../../domain/session/session.js";
import type { Integration } from "../data-source.js";

/** What an answer of `list` turned out to be. Rows are still unread; times are epoch milliseconds. */
export type ListReading =
  | {
      readonly kind: "whole";
      readonly rows: readonly unknown[];
      /** Nobody else holds the rows: they need no copy. */
      readonly fresh?: true;
      readonly cursor?: string;
      readonly nextPage?: string;
      readonly serverTime?: number;
      readonly total?: number;
    }
  | {
      readonly kind: "delta";
      readonly rows: readonly unknown[];
      readonly fresh?: true;
      readonly removed: readonly string[];
      readonly cursor: string;
      readonly serverTime?: number;
    }
  | { readonly kind: "unchanged"; readonly serverTime?: number };

/** A row, or the English sentence that says why it is none. */
export type SessionReading =
  | { readonly session: TransferSession; readonly rejected?: undefined }
  | { readonly session?: undefined; readonly rejected: string };

/**
 * Turns what a source returns into what the store can trust. The store states its need here; the schemas that meet it
 * live with the sources.
 */
export interface WireReader {
  /** @throws DataSourceError `invalid` where the answer is no list at all. */
  readList(answer: unknown): ListReading;
  /** Never throws. @returns `undefined` for a record that cannot be read before {@link prepare}. */
  readSession(row: unknown): SessionReading | undefined;
  /**
   * Loads what reads the records that `readSession` could not. Absent = it reads all.
   *
   * @returns whether it can read them now; never rejects.
   */
  prepare?(): Promise<boolean>;
  /** Whether two records read the same. It may say no where they do, and throw where a getter of one does. */
  sameRow(a: object, b: object): boolean;
  /** Entries that cannot be read are left out. @throws DataSourceError `invalid` where the answer is no list. */
  readIntegrations(answer: unknown): readonly Integration[];
  /** Entries that are no whole number of minutes are left out. @throws DataSourceError `invalid` for no object. */
  readLifecycle(answer: unknown): LifecycleSettings;
}

/** One that reads every record at once. */
export interface WholeReader extends WireReader {
  readSession(row: unknown): SessionReading;
}
