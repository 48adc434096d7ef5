import { fail, fieldsOf, listOf, readCall, readChange, readRecord, textOf, NotOurs } from "./record-reader.js";
import type { TransferMoment } from "./transfer-log.js";
import type { RecordChange, TrackerCall, TrackerRecord } from "./tracker-record.js";
import type { TransferResult } from "./results.js";

/**
 * What the documents of one conversation tell each other. `hello`: what do you know? `state`: this, and what just
 * happened; `answers` names the `hello` that asked. `change`: what I last said is different now, so. `took`: I decide from now on. `call`: decide this. `decided`: that
 * call is in the record now. `result`: what became of it.
 */
export type TrackerMessage =
  | { readonly type: "hello"; readonly id: string }
  | { readonly type: "took" }
  | {
      readonly type: "state";
      readonly record: TrackerRecord;
      /** The sender read it from storage, and nobody has decided since whether it still holds. */
      readonly provisional: boolean;
      readonly moments: readonly TransferMoment[];
      readonly answers?: string;
    }
  | { readonly type: "change"; readonly change: RecordChange; readonly moments: readonly TransferMoment[] }
  | { readonly type: "call"; readonly call: TrackerCall }
  | { readonly type: "decided"; readonly id: string }
  | { readonly type: "result"; readonly id: string; readonly result: TransferResult };

/** @returns `undefined` for what no tracker of this format sent. */
export function readTrackerMessage(data: unknown): TrackerMessage | undefined {
  try {
    return read(data);
  } catch (error) {
    if (error instanceof NotOurs) return undefined;
    throw error;
  }
}

function read(data: unknown): TrackerMessage | undefined {
  const fields = fieldsOf(data);
  switch (fields["type"]) {
    case "hello":
      return { type: "hello", id: textOf(fields["id"]) };
    case "took":
      return { type: "took" };
    case "state":
      return {
        type: "state",
        record: readRecord(fields["record"]),
        provisional: fields["provisional"] === true,
        moments: listOf(fields["moments"], readMoment),
        ...(fields["answers"] === undefined ? {} : { answers: textOf(fields["answers"]) }),
      };
    case "change":
      return {
        type: "change",
        change: readChange(fields["change"]),
        moments: listOf(fields["moments"], readMoment),
      };
    case "call":
      return { type: "call", call: readCall(fields["call"]) };
    case "decided":
      return { type: "decided", id: textOf(fields["id"]) };
    case "result":
      return { type: "result", id: textOf(fields["id"]), result: readResult(fields["result"]) };
    default:
      return undefined;
  }
}

/** Moments are only shown, so a rough check is enough. */
function readMoment(value: unknown): TransferMoment {
  const fields = fieldsOf(value);
  if (typeof fields["at"] !== "number") fail();
  textOf(fields["kind"]);
  if (fields["agent"] !== undefined) textOf(fieldsOf(fields["agent"])["identity"]);
  return fields as unknown as TransferMoment;
}

function readResult(value: unknown): TransferResult {
  const fields = fieldsOf(value);
  textOf(fields["status"]);
  listOf(fields["payloads"], fieldsOf);
  return fields as unknown as TransferResult;
}
