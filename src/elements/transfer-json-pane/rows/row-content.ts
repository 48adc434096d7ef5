import type { Masks } from "../../../domain/json/masks/masks.js";
import { cutText, visibleText } from "../../../domain/json/text/string-literal.js";
import { momentOfNumber, momentOfText } from "../../../domain/json/times.js";
import { isContainer, isList, JsonKind, ROOT, type JsonTree } from "../../../domain/json/tree.js";
import { formatDateTime, formatRelative } from "../../../i18n/format.js";
import type { JsonPaneStrings } from "../../../i18n/json-pane-strings.js";

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

export interface ContentContext {
  readonly tree: JsonTree;
  readonly masks: Masks;
  readonly strings: JsonPaneStrings;
  readonly lang: string;
  /** Characters that fit beside each other in the pane. */
  readonly columns: number;
  /** Epoch ms. */
  readonly now: number;
  /** What the root is called. */
  readonly rootName: string;
}

type Value = Pick<RowContent, "value" | "tone" | "quoted" | "cutFrom" | "title" | "href">;

export function rowContent(context: ContentContext, node: number): RowContent {
  const { tree, masks, strings } = context;
  const isIndex = node !== ROOT && isList(tree.kindOf(tree.parentOf(node))) && typeof tree.keyOf(node) === "number";
  const key = node === ROOT ? "" : cutKey(visibleText(String(tree.keyOf(node))));
  const hidden = masks.replacementOf(node);
  const masked = masks.isMasked(node);
  const value = hidden === undefined ? valueOf(context, node, key.length) : hiddenValue(hidden, masked);
  const duplicate = tree.occurrenceOf(node) > 0;
  const name = node === ROOT ? context.rootName : key || '""';
  const typeName = hidden === undefined ? tree.typeNameOf(node) : "";
  const canReveal = masks.canReveal(node);
  const revealed = masks.isRevealed(node);
  const words = [
    `${name}:`,
    typeName,
    masked ? "" : value.value,
    duplicate ? strings.duplicate : "",
    canReveal ? strings.reveal : "",
    revealed ? strings.hide : "",
    // What is seen comes first, in one piece: voice control goes by it.
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
    label: words.filter(Boolean).join(" "),
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

function valueOf(context: ContentContext, node: number, keyLength: number): Value {
  const { tree, strings, lang } = context;
  const kind = tree.kindOf(node);
  const text = isContainer(kind) ? "" : tree.textOf(node);
  switch (kind) {
    case JsonKind.string:
      return stringValue(context, text, tree.depthOf(node), keyLength);
    case JsonKind.number:
      return plain(cutText(text, LONGEST), "number", explain(momentOfNumber(text), context));
    case JsonKind.bigint:
      return plain(cutText(text, LONGEST), "number");
    case JsonKind.boolean:
    case JsonKind.null:
    case JsonKind.undefined:
      return plain(text, "word");
    case JsonKind.date:
      return plain(text, "string", explain(momentOfText(text), context));
    case JsonKind.hole:
      return plain(strings.holes(Number(text), lang), "note");
    case JsonKind.circular:
      return plain(strings.circular(visibleText(text)), "note");
    case JsonKind.unreadable:
      return plain(strings.unreadable(visibleText(text)), "note");
    default:
      if (isContainer(kind)) return containerValue(context, node);
      return plain(visibleText(cutText(text, LONGEST)), "note");
  }
}

function containerValue({ tree, strings, lang }: ContentContext, node: number): Value {
  const count = tree.childCountOf(node);
  const list = isList(tree.kindOf(node));
  const brackets = list ? ["[", "]"] : ["{", "}"];
  const words = list ? strings.items(count, lang) : strings.members(count, lang);
  return plain(count === 0 ? brackets.join("") : `${brackets[0]} ${words} ${brackets[1]}`, "container");
}

function stringValue(context: ContentContext, text: string, depth: number, keyLength: number): Value {
  const room = context.columns - 2 * Math.min(depth, 40) - keyLength - 30;
  const length = Math.max(SHORTEST, Math.min(LONGEST, room));
  const cut = text.length > length + 4;
  const href = linkOf(text);
  const shown = cut ? cutText(text, length) : text;
  return {
    value: visibleText(shown),
    tone: "string",
    quoted: true,
    cutFrom: cut ? text.length : undefined,
    title: explain(momentOfText(text), context),
    href,
  };
}

/** Only what is a web address as a whole; never another scheme. */
function linkOf(text: string): string | undefined {
  if (text.length > 4000 || !/^https?:\/\/[^\s"'<>]+$/i.test(text)) return undefined;
  return URL.canParse(text) ? text : undefined;
}

function explain(moment: number | undefined, { lang, now }: ContentContext): string {
  if (moment === undefined) return "";
  return `${formatDateTime(moment, lang)} · ${formatRelative(moment - now, lang)}`;
}
