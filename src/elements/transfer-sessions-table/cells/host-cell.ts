import { render, type RootPart, type TemplateResult } from "lit";
import { written } from "../../../lit/written.js";
import { AsyncDirective } from "lit/async-directive.js";
import { directive, type DirectiveResult } from "lit/directive.js";
import type { TransferSession } from "../../../domain/session/session.js";
import { reasonOf } from "../../../platform/reason-of.js";
import { warnOnce } from "../../../platform/warn-once.js";
import { clip } from "../../shared/clip.js";
import type { TransferColumn } from "../columns/transfer-column.js";
import type { TableWords } from "../table-words.js";
import { textCell } from "./text-cell.js";
import { isNode, isShadowRoot } from "../../../platform/page/nodes.js";

/**
 * What a host's `render` gives, drawn into an element of its own: a template may throw only when it is put into the
 * document, and what that leaves half done must not be a part of the table.
 */
class HostCellDirective extends AsyncDirective {
  #box: HTMLElement | undefined;
  #root: RootPart | undefined;

  render(column: TransferColumn, session: TransferSession, words: TableWords): unknown {
    try {
      this.#box ??= document.createElement("span");
      this.#root = render(contentOf(column.render?.(session)), this.#box);
      return this.#box;
    } catch (error) {
      warnThrown(column, error);
      this.#drop();
      return textCell(undefined, words);
    }
  }

  override disconnected(): void {
    this.#connect(false);
  }

  override reconnected(): void {
    this.#connect(true);
  }

  #connect(connected: boolean): void {
    try {
      this.#root?.setConnected(connected);
    } catch {
      // A directive of the host's: it was told.
    }
  }

  #drop(): void {
    this.#connect(false);
    this.#box = undefined;
    this.#root = undefined;
  }
}

/** A cell of a host's column that has a `render`. */
export const hostCell: (column: TransferColumn, session: TransferSession, words: TableWords) => DirectiveResult =
  directive(HostCellDirective);

export function warnThrown({ id }: TransferColumn, error: unknown): void {
  warnOnce(`the column ${JSON.stringify(clip(id))} threw: ${reasonOf(error)}`);
}

/** The text of any value; none for what stands for nothing, Lit's `nothing` included. */
export function textOf(value: unknown): string | undefined {
  const none = value === undefined || value === null || value === "" || typeof value === "symbol";
  return none ? undefined : String(value);
}

/** Text, a node or a template; anything else is written as text. */
function contentOf(content: unknown): unknown {
  return isFree(content) || isTemplate(content) ? content : written(clip(textOf(content) ?? ""));
}

/** A node that can be put into a cell: not one that stands somewhere in the page, which might hold the table itself. */
function isFree(value: unknown): value is Node {
  return isNode(value) && (!value.isConnected || isShadowRoot(value.getRootNode()));
}

/** Lit's own: nobody makes the list of a template's texts by hand. */
function isTemplate(value: unknown): value is TemplateResult {
  if (typeof value !== "object" || value === null || !("_$litType$" in value)) return false;
  const { strings } = value as Partial<TemplateResult>;
  return Array.isArray(strings) && Object.hasOwn(strings, "raw");
}
