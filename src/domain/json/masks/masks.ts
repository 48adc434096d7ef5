import { credentialSpans, veil } from "./credential-spans.js";
import { countsTokens, looksLikeCredential } from "./credential-names.js";
import { MASK } from "./mask-text.js";
import { addressKey, addressOf, isContainer, JsonKind, pathOf, ROOT, type JsonPath, type JsonTree } from "../tree.js";

/**
 * A host's own rule. `true` masks the value, a text is shown instead of it, anything else leaves it to the key.
 * A rule that throws masks.
 *
 * @param path from the root: member names, and indices as numbers. For a text that is no JSON it is a best guess.
 */
export type Redact = (path: JsonPath, value: unknown) => unknown;

const UNKNOWN = 0;
const SHOWN = 1;
const MASKED = 2;
const REPLACED = 3;
/** A string that carries a credential among other things: only that part is masked. */
const VEILED = 4;

/** @returns `true` to mask, a text to show instead, `false` to leave it. Never throws. */
export function askRedact(redact: Redact | undefined, path: JsonPath, value: () => unknown): boolean | string {
  if (!redact) return false;
  try {
    const answer = redact(path, value());
    return typeof answer === "string" ? answer : answer === true;
  } catch {
    return true;
  }
}

/**
 * Says which nodes of one tree are hidden. A node counts for itself only: those who walk the tree never enter a hidden
 * container, which is how everything below it stays hidden too.
 */
export class Masks {
  readonly #tree: JsonTree;
  readonly #redact: Redact | undefined;
  readonly #revealed: Reveals;
  #states = new Uint8Array(256);
  readonly #texts = new Map<number, string>();

  constructor(tree: JsonTree, redact: Redact | undefined, revealed: Reveals) {
    this.#tree = tree;
    this.#redact = redact;
    this.#revealed = revealed;
  }

  /** Whether a host's rule may have put texts of its own in the place of values. */
  get mayReplace(): boolean {
    return this.#redact !== undefined;
  }

  /** Masked: nothing of the value may leave. */
  isMasked(node: number): boolean {
    return this.#state(node) === MASKED;
  }

  /** What stands in the place of a hidden value: {@link MASK}, the host's text, or the string with a part masked. */
  replacementOf(node: number): string | undefined {
    const state = this.#state(node);
    return state === SHOWN ? undefined : state === MASKED ? MASK : this.#texts.get(node);
  }

  /** Its own text and its children do not count. */
  isHidden(node: number): boolean {
    return this.#state(node) !== SHOWN;
  }

  /** Hidden by a rule that a person may lift; what a host replaced stays replaced. */
  canReveal(node: number): boolean {
    const state = this.#state(node);
    return state === MASKED || state === VEILED;
  }

  /** Shown now, masked if it were not for a person who asked to see it. */
  isRevealed(node: number): boolean {
    return !this.#revealed.isEmpty && this.#state(node) === SHOWN && this.#wanted(node) !== SHOWN;
  }

  reveal(node: number): void {
    this.#revealed.add(addressKey(addressOf(this.#tree, node)), fingerprint(this.#tree, node));
    this.#states[node] = UNKNOWN;
  }

  hide(node: number): void {
    this.#revealed.delete(addressKey(addressOf(this.#tree, node)));
    this.#states[node] = UNKNOWN;
  }

  #state(node: number): number {
    if (node >= this.#states.length) {
      const larger = new Uint8Array(Math.max(node + 1, this.#states.length * 2));
      larger.set(this.#states);
      this.#states = larger;
    }
    let state = this.#states[node]!;
    if (state === UNKNOWN) {
      state = this.#wanted(node);
      if (state !== SHOWN && state !== REPLACED && this.#isStillRevealed(node)) state = SHOWN;
      this.#states[node] = state;
    }
    return state;
  }

  #isStillRevealed(node: number): boolean {
    if (this.#revealed.isEmpty) return false;
    const seen = this.#revealed.get(addressKey(addressOf(this.#tree, node)));
    return seen !== undefined && seen === fingerprint(this.#tree, node);
  }

  #wanted(node: number): number {
    if (this.#redact) {
      const answer = askRedact(this.#redact, pathOf(this.#tree, node), () => this.#tree.valueOf(node));
      if (typeof answer === "string") {
        this.#texts.set(node, answer);
        return REPLACED;
      }
      if (answer) return MASKED;
    }
    const key = this.#tree.keyOf(node);
    if (typeof key === "string" && node !== ROOT && looksLikeCredential(key) && !isHarmless(this.#tree, node, key)) {
      return MASKED;
    }
    return this.#tree.kindOf(node) === JsonKind.string ? this.#veiled(node) : SHOWN;
  }

  #veiled(node: number): number {
    const text = this.#tree.textOf(node);
    const spans = credentialSpans(text);
    if (spans.length === 0) return SHOWN;
    this.#texts.set(node, veil(text, spans));
    return VEILED;
  }
}

/** That a credential is missing is no secret, and often why a handoff failed. Nor is a count of tokens. */
function isHarmless(tree: JsonTree, node: number, key: string): boolean {
  const kind = tree.kindOf(node);
  if (kind === JsonKind.number) return countsTokens(key);
  if (kind === JsonKind.string) return tree.textOf(node) === "";
  return kind === JsonKind.null || kind === JsonKind.undefined || kind === JsonKind.boolean;
}

/**
 * What a person asked to see, kept over updates for as long as the value is the same: a new credential at the same
 * place is one that nobody asked to see.
 */
export class Reveals {
  readonly #seen = new Map<string, string>();

  get isEmpty(): boolean {
    return this.#seen.size === 0;
  }

  add(key: string, print: string): void {
    this.#seen.set(key, print);
  }

  get(key: string): string | undefined {
    return this.#seen.get(key);
  }

  delete(key: string): void {
    this.#seen.delete(key);
  }

  clear(): void {
    this.#seen.clear();
  }
}

const FINGERPRINT_NODES = 2000;

/** One text for what a node holds; of a large container, for its beginning and its size. */
function fingerprint(tree: JsonTree, node: number): string {
  const parts: string[] = [];
  const rest = [node];
  while (rest.length > 0 && parts.length < FINGERPRINT_NODES) {
    const at = rest.pop()!;
    const kind = tree.kindOf(at);
    parts.push(`${kind}:${String(tree.keyOf(at))}`);
    if (!isContainer(kind)) {
      parts.push(tree.textOf(at));
      continue;
    }
    parts.push(String(tree.childCountOf(at)));
    for (
      let child = tree.firstChild(at);
      child >= 0 && rest.length < FINGERPRINT_NODES;
      child = tree.nextSibling(child)
    ) {
      rest.push(child);
    }
  }
  return JSON.stringify(parts);
}
