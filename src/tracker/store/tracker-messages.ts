import { fieldsOf, finite, flag, list, NotOurs, shape, text, variant, type Reader } from "./readers.js";
import type { RecordChange } from "./record-change.js";
import { readCall, readChange, readRecord } from "./record-reader.js";
import type { TransferMoment } from "./transfer-log.js";
import type { TrackerCall, TrackerRecord } from "./tracker-record.js";
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

/** Moments and results are only shown, so a rough check is enough. */
const moment = (value: unknown) => {
  const fields = fieldsOf(value);
  shape({ at: finite, kind: text }, { agent: shape({ identity: text }) })(fields);
  return fields as unknown as TransferMoment;
};

const result = (value: unknown) => {
  const fields = fieldsOf(value);
  shape({ status: text, payloads: list(fieldsOf) })(fields);
  return fields as unknown as TransferResult;
};

const moments = list(moment);

const message: Reader<TrackerMessage> = variant("type", {
  hello: shape({ id: text }),
  took: shape({}),
  state: shape({ record: readRecord, provisional: flag, moments }, { answers: text }),
  change: shape({ change: readChange, moments }),
  call: shape({ call: readCall }),
  decided: shape({ id: text }),
  result: shape({ id: text, result }),
});

/** @returns `undefined` for what no tracker of this format sent. */
export function readTrackerMessage(data: unknown): TrackerMessage | undefined {
  try {
    return message(data);
  } catch (error) {
    if (error instanceof NotOurs) return undefined;
    throw error;
  }
}
