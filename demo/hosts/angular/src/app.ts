import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from "@angular/core";
import type { TransferSessionEndedEvent, TransferSessionOpenEvent, TransferViewChangeEvent } from "handoff-elements";
import "handoff-elements/define";
import { columns, north, rowActions, south, StandInSdk } from "./scene";

@Component({
  selector: "floor-app",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button (click)="isMounted.set(!isMounted())">{{ isMounted() ? "Unmount" : "Mount" }}</button>
    <button (click)="source.set(source() === north ? south : north)">Other floor</button>
    <button (click)="sdk.connect()">Socket up</button>
    <button (click)="tracker.agentJoined({ identity: 'ana', name: 'Ana' })">Ana joins</button>
    <button (click)="tracker.agentLeft('ana')">Ana leaves</button>
    <output>{{ lines().join(", ") }}</output>
    @if (isMounted()) {
      <transfer-sessions-table
        [dataSource]="source()"
        [columns]="columns"
        [rowActions]="actions"
        (transfer-session-open)="opened($event)"
        (transfer-session-ended)="ended($event)"
        (transfer-view-change)="sorted($event)"
      ></transfer-sessions-table>
    }
    <agent-transfer-tracker #tracker conversation-id="c-1" storage="none" [sdk]="sdk"></agent-transfer-tracker>
  `,
})
export class App {
  readonly lines = signal<readonly string[]>([]);
  readonly isMounted = signal(true);
  readonly source = signal(north);
  readonly north = north;
  readonly south = south;
  readonly columns = columns;
  readonly actions = rowActions((line) => this.tell(line));
  readonly sdk = new StandInSdk((line) => this.tell(line));

  tell(line: string): void {
    this.lines.update((before) => [...before, line]);
  }

  opened({ session }: TransferSessionOpenEvent): void {
    this.tell(`opened ${session.contactId}`);
  }

  ended({ session }: TransferSessionEndedEvent): void {
    this.tell(`ended ${session.contactId}`);
  }

  sorted({ view }: TransferViewChangeEvent): void {
    this.tell(`sorted by ${view.sort?.[0]?.by}`);
  }
}
