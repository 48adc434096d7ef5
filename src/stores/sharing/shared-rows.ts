import { readSession } from "../../sources/wire/session-reader.js";
import { idText } from "../../sources/wire/text.js";
import { property } from "../../platform/property.js";
import type { Offer } from "../../sources/data-source.js";
import { keepTexts, textsOf } from "../../sources/wire/portable-rows.js";
import type { Content } from "./share-message.js";

type Delta = Content & { readonly kind: "delta" };

/** So many changes are kept apart before they are worked into the list: it is needed whole only for a newcomer. */
const MOST_DELTAS = 50;

/** The list as the source told it, unread: what a tab needs that has none, or to go on in another's place. */
export class SharedRows {
  #rows: readonly unknown[] = [];
  #deltas: Delta[] = [];
  /** Leads to the present version, from the one before. */
  #last: { readonly from: string; readonly delta: Delta } | undefined;
  #version = "";
  #total: number | undefined;
  #cursor: string | undefined;
  #offers: readonly Offer[] | undefined;

  /** `""` = there is no list. */
  get version(): string {
    return this.#version;
  }

  /** The source's own. */
  get cursor(): string | undefined {
    return this.#cursor;
  }

  forgetCursor(): void {
    this.#cursor = undefined;
  }

  /** @returns whether it applies to what is here; nothing happens otherwise. */
  take(version: string, from: string, content: Content): boolean {
    if (content.kind !== "unchanged") keepTexts(content.rows, content.texts);
    if (content.kind === "whole") {
      this.#rows = content.rows;
      this.#deltas = [];
      this.#last = undefined;
      this.#total = content.total;
      this.#offers = content.offers;
      this.#cursor = content.cursor;
    } else {
      if (from !== this.#version || from === "") return false;
      if (content.kind === "unchanged") return version === from;
      this.#deltas.push(content);
      if (this.#deltas.length > MOST_DELTAS) this.#compose();
      this.#last = { from, delta: content };
      this.#cursor = content.cursor;
    }
    this.#version = version;
    return true;
  }

  /** What somebody lacks who has that version. */
  since(version: string): { readonly from: string; readonly content: Content } {
    if (version === this.#version) return { from: version, content: { kind: "unchanged" } };
    if (version === this.#last?.from) return { from: version, content: this.#last.delta };
    this.#compose();
    return {
      from: "",
      content: {
        kind: "whole",
        rows: this.#rows,
        ...textsOf(this.#rows),
        ...(this.#total === undefined ? undefined : { total: this.#total }),
        ...(this.#cursor === undefined ? undefined : { cursor: this.#cursor }),
        ...(this.#offers && { offers: this.#offers }),
      },
    };
  }

  #compose(): void {
    if (this.#deltas.length === 0) return;
    this.#rows = applyDeltas(this.#rows, this.#deltas);
    this.#deltas = [];
  }
}

interface Place {
  index: number;
  readonly createdAt: number | undefined;
}

/** By the rules of the port: removals (all rows of an id) first; a later creation takes the place of earlier ones. */
function applyDeltas(rows: readonly unknown[], deltas: readonly Delta[]): unknown[] {
  const list = [...rows].map((row) => ({ row, gone: false }));
  const places = new Map<string, Place[]>();
  // Only the ids that are spoken of are looked into.
  const touched = new Set<string>();
  const readings = deltas.map((delta) =>
    delta.rows.map((row) => {
      const session = readSession(row).session;
      if (session) touched.add(session.id);
      return { row, session };
    }),
  );
  for (const { removed } of deltas) for (const id of removed) touched.add(id);
  list.forEach(({ row }, index) => {
    // What most rows call themselves; the reader knows the others.
    const id = idText(property(row, "id"));
    if (id !== undefined && !touched.has(id)) return;
    const session = readSession(row).session;
    if (session && touched.has(session.id)) add(session.id, { index, createdAt: session.createdAt });
  });
  deltas.forEach(({ removed }, number) => {
    for (const id of removed) {
      for (const { index } of places.get(id) ?? []) list[index]!.gone = true;
      places.delete(id);
    }
    for (const { row, session } of readings[number]!) {
      const known = session ? (places.get(session.id) ?? []) : [];
      const same = known.find(({ createdAt }) => createdAt === session?.createdAt);
      if (same) {
        list[same.index]!.row = row;
        continue;
      }
      const earlier = known.filter(({ createdAt }) => (createdAt ?? -Infinity) < (session?.createdAt ?? -Infinity));
      for (const { index } of earlier) list[index]!.gone = true;
      const index = earlier[0]?.index ?? list.push({ row, gone: false }) - 1;
      list[index] = { row, gone: false };
      if (!session) continue;
      places.set(
        session.id,
        known.filter((place) => !earlier.includes(place)),
      );
      add(session.id, { index, createdAt: session.createdAt });
    }
  });
  return list.filter(({ gone }) => !gone).map(({ row }) => row);

  function add(id: string, place: Place): void {
    const known = places.get(id);
    if (known) known.push(place);
    else places.set(id, [place]);
  }
}
