import "../../../../dist/define.js";
import type { TransferSessionEndedEvent } from "../../../../dist/index.js";
import { floor } from "../../lib/floor.js";
import { StandInSdk } from "../../lib/stand-in-sdk.js";
import type { IInputs, IOutputs } from "./generated/ManifestTypes.js";

/**
 * A table and a tracker in a control. Controls may not store anything in the browser, so the tracker has
 * `storage="none"` and the table no `view-key`.
 */
export class Floor implements ComponentFramework.StandardControl<IInputs, IOutputs> {
  #ended = "";
  #tell = (_text: string): void => {};
  readonly #table = document.createElement("transfer-sessions-table");
  readonly #tracker = document.createElement("agent-transfer-tracker");
  readonly #sdk = new StandInSdk();

  init(
    context: ComponentFramework.Context<IInputs>,
    notifyOutputChanged: () => void,
    _state: ComponentFramework.Dictionary,
    container: HTMLDivElement,
  ): void {
    this.#table.dataSource = floor(200);
    this.#table.pollInterval = 3_600_000;
    this.#table.addEventListener("transfer-session-ended", ({ session }: TransferSessionEndedEvent) => {
      this.#ended = session.contactId ?? "";
      this.#tell(`Ended ${this.#ended}`);
      notifyOutputChanged();
    });

    this.#tracker.storage = "none";
    this.#tracker.conversationId = context.parameters.conversationId.raw ?? undefined;
    this.#tracker.sdk = this.#sdk;
    this.#tracker.addEventListener("internal-transfer", () => this.#tell(this.#sdk.heard.join(", ")));

    container.classList.add("handoff-floor");
    container.append(this.#bar(), this.#table, this.#tracker);
  }

  updateView({ parameters }: ComponentFramework.Context<IInputs>): void {
    this.#tracker.conversationId = parameters.conversationId.raw ?? undefined;
  }

  getOutputs(): IOutputs {
    return { ended: this.#ended };
  }

  destroy(): void {
    this.#table.remove();
    this.#tracker.remove();
  }

  #bar(): HTMLElement {
    const bar = document.createElement("section");
    bar.className = "bar";
    const button = (name: string, press: () => unknown): void => {
      const element = document.createElement("button");
      element.type = "button";
      element.textContent = name;
      element.addEventListener("click", press);
      bar.append(element);
    };
    button("10,000 rows", () => (this.#table.dataSource = floor(10_000)));
    button("Socket up", () => this.#sdk.connect());
    button("Ana joins", () => this.#tracker.agentJoined({ identity: "ana", name: "Ana" }));
    button("Ben joins", () => this.#tracker.agentJoined({ identity: "ben", name: "Ben" }));
    button("Ben leaves", () => this.#tracker.agentLeft("ben"));
    button("Conversation ends", () => this.#tracker.conversationEnded());
    const told = document.createElement("output");
    this.#tell = (text) => (told.textContent = text);
    bar.append(told);
    return bar;
  }
}
