import { visibleText } from "../../../domain/json/text/string-literal.js";
import { cutText } from "../../shared/characters.js";
import { momentOfNumber, momentOfText } from "../../../domain/json/times.js";
import { isContainer, isList, JsonKind, ROOT, type JsonTree } from "../../../domain/json/tree.js";
import { formatDateTime, formatRelative } from "../../../i18n/format.js";
import type { TreeDocument } from "../document/pane-store.js";
import type { PaneModel } from "../pane-model.js";

/** The longest that a string is before the rest waits behind a button, however wide the pane. */
const LONGEST = 300;
const SHORTEST = 16;
const LONGEST_KEY = 120;

/** What a row shows of its node. Holds nothing that is masked. */
export interface RowContent {
  readonly key: string;
  readonly isIndex: boolean;
  readonly value: string;
  /** Class of the value: how it is coloured. */
  readonly tone: "string" | "number" | "word" | "note" | "masked" | "container";
  readonly quoted: boolean;
  /** Length of the whole string where `value` is only its beginning. */
  readonly cutFrom: number | undefined;
  /** Shown on hover. */
  readonly title: string;
  readonly href: string | undefined;
  readonly typeName: string;
  readonly duplicate: boolean;
  readonly masked: boolean;
  readonly canReveal: boolean;
  readonly revealed: boolean;
  /** The row in words, for assistive technology, with those of its buttons. */
  readonly label: string;
}

type Value = Pick<RowContent, "value" | "tone" | "quoted" | "cutFrom" | "title" | "href">;

export function rowContent({ tree, masks }: TreeDocument, model: PaneModel, node: number): RowContent {
  const { strings } = model.words;
  const isIndex = node !== ROOT && isList(tree.kindOf(tree.parentOf(node))) && typeof tree.keyOf(node) === "number";
  const key = node === ROOT ? "" : cutKey(visibleText(String(tree.keyOf(node))));
  const hidden = masks.replacementOf(node);
  const masked = masks.isMasked(node);
  const value = hidden === undefined ? valueOf(tree, model, node, key.length) : hiddenValue(hidden, masked);
  const duplicate = tree.occurrenceOf(node) > 0;
  const name = node === ROOT ? model.label : key || '""';
  const typeName = hidden === undefined ? tree.typeNameOf(node) : "";
  const canReveal = masks.canReveal(node);
  const revealed = masks.isRevealed(node);
  const spoken = [
    `${name}:`,
    typeName,
    masked ? "" : value.value,
    duplicate ? strings.duplicate : "",
    canReveal ? strings.reveal : "",
    revealed ? strings.hide : "",
    // What is visible comes first, in one piece: voice control matches it.
    masked ? `(${strings.hidden})` : "",
  ];
  return {
    key: node === ROOT ? "" : isIndex ? key : key || '""',
    isIndex,
    ...value,
    typeName,
    duplicate,
    masked,
    canReveal,
    revealed,
    label: spoken.filter(Boolean).join(" "),
  };
}

function cutKey(key: string): string {
  return key.length > LONGEST_KEY ? `${cutText(key, LONGEST_KEY)}…` : key;
}

function plain(value: string, tone: RowContent["tone"], title = ""): Value {
  return { value, tone, quoted: false, cutFrom: undefined, title, href: undefined };
}

function hiddenValue(text: string, masked: boolean): Value {
  return masked ? plain(text, "masked") : { ...plain(visibleText(cutText(text, LONGEST)), "string"), quoted: true };
}

function valueOf(tree: JsonTree, model: PaneModel, node: number, keyLength: number): Value {
  const { strings, lang } = model.words;
  const kind = tree.kindOf(node);
  const text = isContainer(kind) ? "" : tree.textOf(node);
  switch (kind) {
    case JsonKind.string:
      return stringValue(model, text, tree.depthOf(node), keyLength);
    case JsonKind.number:
      return plain(cutText(text, LONGEST), "number", explain(momentOfNumber(text), model));
    case JsonKind.bigint:
      return plain(cutText(text, LONGEST), "number");
    case JsonKind.boolean:
    case JsonKind.null:
    case JsonKind.undefined:
      return plain(text, "word");
    case JsonKind.date:
      return plain(text, "string", explain(momentOfText(text), model));
    case JsonKind.hole:
      return plain(strings.holes(Number(text), lang), "note");
    case JsonKind.circular:
      return plain(strings.circular(visibleText(text)), "note");
    case JsonKind.unreadable:
      return plain(strings.unreadable(visibleText(text)), "note");
    default:
      if (isContainer(kind)) return containerValue(tree, model, node);
      return plain(visibleText(cutText(text, LONGEST)), "note");
  }
}

function containerValue(tree: JsonTree, { words: { strings, lang } }: PaneModel, node: number): Value {
  const count = tree.childCountOf(node);
  const list = isList(tree.kindOf(node));
  const brackets = list ? ["[", "]"] : ["{", "}"];
  const words = list ? strings.items(count, lang) : strings.members(count, lang);
  return plain(count === 0 ? brackets.join("") : `${brackets[0]} ${words} ${brackets[1]}`, "container");
}

function stringValue(model: PaneModel, text: string, depth: number, keyLength: number): Value {
  const room = model.longTexts.columns - 2 * Math.min(depth, 40) - keyLength - 30;
  const length = Math.max(SHORTEST, Math.min(LONGEST, room));
  const cut = text.length > length + 4;
  const href = linkOf(text);
  const shown = cut ? cutText(text, length) : text;
  return {
    value: visibleText(shown),
    tone: "string",
    quoted: true,
    cutFrom: cut ? text.length : undefined,
    title: explain(momentOfText(text), model),
    href,
  };
}

/** Only a text that is a web address as a whole; never another scheme. */
function linkOf(text: string): string | undefined {
  if (text.length > 4000 || !/^https?:\/\/[^\s"'<>]+$/i.test(text)) return undefined;
  return URL.canParse(text) ? text : undefined;
}

function explain(moment: number | undefined, { words, now }: PaneModel): string {
  if (moment === undefined) return "";
  return `${formatDateTime(moment, words.lang)} · ${formatRelative(moment - now, words.lang)}`;
}
