import type {
  AgentTransferTrackerElement,
  TransferSessionEndedEvent,
  TransferSessionOpenEvent,
  TransferViewChangeEvent,
} from "handoff-elements";
import "handoff-elements/define";
import { css, html, LitElement, nothing } from "lit";
import { query, state } from "lit/decorators.js";
import { columns, north, rowActions, south, StandInSdk } from "./scene.js";

class FloorApp extends LitElement {
  static override styles = css`
    transfer-sessions-table {
      block-size: 420px;
    }
  `;
  @state() private lines: readonly string[] = [];
  @state() private isMounted = true;
  @state() private source = north;
  @query("agent-transfer-tracker") private tracker!: AgentTransferTrackerElement;
  readonly #tell = (line: string) => void (this.lines = [...this.lines, line]);
  readonly #actions = rowActions(this.#tell);
  readonly #sdk = new StandInSdk(this.#tell);

  override render() {
    return html`
      <button @click=${() => (this.isMounted = !this.isMounted)}>${this.isMounted ? "Unmount" : "Mount"}</button>
      <button @click=${() => (this.source = this.source === north ? south : north)}>Other floor</button>
      <button @click=${() => this.#sdk.connect()}>Socket up</button>
      <button @click=${() => this.tracker.agentJoined({ identity: "ana", name: "Ana" })}>Ana joins</button>
      <button @click=${() => this.tracker.agentLeft("ana")}>Ana leaves</button>
      <output>${this.lines.join(", ")}</output>
      ${
        this.isMounted
          ? html`<transfer-sessions-table
              .dataSource=${this.source}
              .columns=${columns}
              .rowActions=${this.#actions}
              @transfer-session-open=${({ session }: TransferSessionOpenEvent) => this.#tell(`opened ${session.contactId}`)}
              @transfer-session-ended=${({ session }: TransferSessionEndedEvent) => this.#tell(`ended ${session.contactId}`)}
              @transfer-view-change=${({ view }: TransferViewChangeEvent) => this.#tell(`sorted by ${view.sort?.[0]?.by}`)}
            ></transfer-sessions-table>`
          : nothing
      }
      <agent-transfer-tracker conversation-id="c-1" storage="none" .sdk=${this.#sdk}></agent-transfer-tracker>
    `;
  }
}

customElements.define("floor-app", FloorApp);
