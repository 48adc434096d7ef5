import type { Job } from "../../../platform/job.js";
import { formatJsonPath } from "../../../domain/json/json-path.js";
import { RawTextJob } from "../../../domain/json/raw-lines.js";
import { isContainer, pathOf, ROOT, type JsonPath } from "../../../domain/json/tree.js";
import { TransferJsonRevealEvent } from "../../../events/json-reveal-event.js";
import type { CommonStrings } from "../../../i18n/common-strings.js";
import type { JsonPaneStrings } from "../../../i18n/json-pane-strings.js";
import type { Words } from "../../../lit/controllers/localize-controller.js";
import { copyText } from "../../../platform/page/clipboard.js";
import { handOverFile } from "../../shared/hand-over-file.js";
import type { Toast } from "../../shared/toast.js";
import { SliceRunner } from "../../../platform/slice-runner.js";
import type { Timers } from "../../../platform/environment.js";
import type { PaneStore } from "../document/pane-store.js";

/** The ways out of a pane: clipboard, file, and revealing what is masked. Nothing that is masked gets out. */
export class PaneOutput {
  readonly #host: HTMLElement;
  readonly #store: PaneStore;
  readonly #timers: Timers;
  readonly #toast: Toast;

  /** @param host the element, which asks its page before something is revealed. */
  constructor(host: HTMLElement, store: PaneStore, timers: Timers, toast: Toast) {
    this.#host = host;
    this.#store = store;
    this.#timers = timers;
    this.#toast = toast;
  }

  async copyAll({ strings, common }: Words<JsonPaneStrings>): Promise<void> {
    await this.#copy(await this.#wholeText(ROOT), strings.copiedAll, common);
  }

  async copyValue(node: number, { strings, common }: Words<JsonPaneStrings>): Promise<void> {
    const document = this.#store.document;
    if (document?.kind !== "tree") return;
    const { tree, masks } = document;
    const text =
      masks.replacementOf(node) ?? (isContainer(tree.kindOf(node)) ? await this.#wholeText(node) : tree.textOf(node));
    await this.#copy(text, strings.copiedValue, common);
  }

  async copyPath(node: number, { strings, common }: Words<JsonPaneStrings>): Promise<void> {
    const { tree } = this.#store;
    if (tree) await this.#copy(formatJsonPath(pathOf(tree, node)), strings.copiedPath, common);
  }

  /** @param name of the file, without its ending. */
  async download(name: string, common: CommonStrings): Promise<void> {
    const broken = this.#store.document?.kind === "broken";
    const fileName = `${
      name
        .slice(0, 200)
        .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
        .replaceAll(/^-|-$/g, "")
        .toLowerCase() || "data"
    }.${broken ? "txt" : "json"}`;
    const file = new Blob([await this.#wholeText(ROOT)], { type: broken ? "text/plain" : "application/json" });
    this.#toast.say(handOverFile(this.#host, file, fileName, common));
  }

  /** @returns whether the host let it happen. */
  reveal(node: number, label: string, name: string, strings: JsonPaneStrings): boolean {
    const document = this.#store.document;
    if (document?.kind !== "tree" || !document.masks.canReveal(node)) return false;
    if (!allowed(this.#host, pathOf(document.tree, node), label)) return false;
    document.masks.reveal(node);
    this.#store.remask();
    this.#toast.say(strings.revealed(name));
    return true;
  }

  hide(node: number): void {
    if (this.#store.document?.kind !== "tree") return;
    this.#store.document.masks.hide(node);
    this.#store.remask();
  }

  /** @param span number of a masked part of a text that is no JSON. @returns whether the host let it happen. */
  revealSpan(span: number, label: string, strings: JsonPaneStrings): boolean {
    const document = this.#store.document;
    if (document?.kind !== "broken") return false;
    const path = document.text.pathOfSpan(span);
    if (!allowed(this.#host, path, label)) return false;
    document.text.reveal(span);
    this.#store.remask();
    this.#toast.say(strings.revealed(String(path.at(-1) ?? label)));
    return true;
  }

  async #copy(text: string, done: string, common: CommonStrings): Promise<void> {
    this.#toast.say((await copyText(text, this.#host)) ? done : common.copyFailed);
  }

  async #wholeText(node: number): Promise<string> {
    const document = this.#store.document;
    if (!document) return "";
    if (document.kind === "broken") return document.text.maskedText();
    const job = new RawTextJob(document.tree, document.masks, node);
    const runner = new SliceRunner(this.#timers, () => performance.now());
    runner.start(
      () => inSlices(job, runner),
      () => {},
    );
    await runner.pending;
    return job.text;
  }
}

function* inSlices(job: Job, runner: SliceRunner): Generator<void, void, void> {
  while (!job.run(runner.timeUp)) yield;
}

function allowed(target: EventTarget, path: JsonPath, label: string): boolean {
  return target.dispatchEvent(new TransferJsonRevealEvent(path, formatJsonPath(path), label));
}
