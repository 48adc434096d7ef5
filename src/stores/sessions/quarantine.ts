import type { QuarantinedRecord } from "../../domain/session/session.js";
import { isSameData, type Reading } from "./row-reading.js";

interface BadRecord {
  readonly reading: Reading;
  readonly record: QuarantinedRecord;
}

/** Records that deltas can pile up before a whole list clears them. */
const MOST = 10_000;

/** The records of the list that are no rows. */
export class Quarantine {
  #bad: readonly BadRecord[] = [];
  #records: readonly QuarantinedRecord[] = [];

  /** The array is replaced when anything in it changed. */
  get records(): readonly QuarantinedRecord[] {
    return this.#records;
  }

  /** What the bad record at that place among them was read into, where this is the same. */
  findSame(place: number, record: unknown): Reading | undefined {
    const known = this.#bad[place]?.reading;
    return known && isSameData(known, record) ? known : undefined;
  }

  /** Takes the bad records of a whole list, each with its index in that. */
  replace(bad: readonly (readonly [index: number, reading: Reading])[]): void {
    const before = this.#bad;
    const after = bad.map(([index, reading], place) => {
      const known = before[place];
      return known?.reading === reading && known.record.index === index ? known : badRecord(index, reading);
    });
    if (after.length !== before.length || after.some((one, place) => one !== before[place])) this.#set(after);
  }

  /** Adds those of a delta. */
  add(bad: readonly (readonly [index: number, reading: Reading])[]): void {
    if (bad.length === 0) return;
    const most = Math.max(MOST, this.#bad.length);
    this.#set([...this.#bad, ...bad.map(([index, reading]) => badRecord(index, reading))].slice(-most));
  }

  #set(bad: readonly BadRecord[]): void {
    this.#bad = bad;
    this.#records = bad.map(({ record }) => record);
  }
}

function badRecord(index: number, reading: Reading): BadRecord {
  return { reading, record: { index, reason: reading.rejected ?? "", value: reading.wire } };
}
