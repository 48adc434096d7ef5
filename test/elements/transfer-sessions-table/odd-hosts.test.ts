import { expect } from "@open-wc/testing";
import type { TransferSession } from "../../../src/domain/session/session.js";
import { FakeEnvironment } from "../../support/fake-environment.js";
import { sessionStoreFor } from "../../../src/instances/session-store-for.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { buttonOf, cellOf, dialogOf, loaded, rowsOf, shown, tableOn, textOf } from "../../support/table.js";
import { collectWarnings } from "../../support/warnings.js";

describe("transfer-sessions-table: odd hosts", () => {
  const warnings = collectWarnings();

  it("takes a failure without any reason for a failure", async () => {
    const { table } = await tableOn({ list: () => Promise.reject<never>() });
    expect(table.shadowRoot!.querySelector("[data-state=error]")).to.exist;
  });

  it("shows no credential that a failure quotes, of a poll or of an End", async () => {
    const failure = new Error("GET https://a.test/sessions?api_key=hunter2 failed");
    const { table } = await tableOn({ list: () => Promise.reject<never>(failure) });
    expect(textOf(table.shadowRoot!.querySelector("[data-state=error]"))).to.contain("api_key=••••••••");
    const source = new ScriptedSource([wireRow("a")]);
    const { table: other } = await tableOn(source);
    buttonOf(other, "End session of contact contact-a")!.click();
    await loaded(other);
    buttonOf(dialogOf(other), "End session")!.click();
    await shown(other);
    source.ends[0]!.reject(failure);
    await shown(other);
    expect(other.shadowRoot!.querySelector<HTMLElement>(".end-failed")!.title).to.contain("api_key=••••••••");
    for (const one of [table, other]) expect(one.shadowRoot!.innerHTML).not.to.contain("hunter2");
  });

  it("lets data that throws when it is looked at cost no other row its answer", async () => {
    const metadata = Object.defineProperty({}, "x", {
      enumerable: true,
      get() {
        throw new Error("no");
      },
    });
    const source = new ScriptedSource(() => [wireRow("a", { metadata }), wireRow("b")]);
    const { table } = await tableOn(source);
    source.standing = () => [wireRow("a", { metadata }), wireRow("b", { status: "active" })];
    await table.refresh();
    expect(table.shadowRoot!.querySelector(".notice")).to.equal(null);
    expect(textOf(cellOf(rowsOf(table)[1]!, "status"))).to.equal("Active");
  });

  it("asks for nothing while paused from the start, and says so", async () => {
    for (const interval of [undefined, 50]) {
      const source = new ScriptedSource([wireRow("a")]);
      const environment = new FakeEnvironment();
      sessionStoreFor(source, { environment });
      const table = document.createElement("transfer-sessions-table");
      table.toggleAttribute("paused", true);
      if (interval) table.pollInterval = interval;
      table.dataSource = source;
      document.body.append(table);
      await environment.pass(60_000);
      await shown(table);
      expect(source.requests).to.have.length(0);
      const state = table.shadowRoot!.querySelector("[data-state=paused]");
      expect(state).to.exist;
      state!.querySelector("button")!.click();
      await shown(table);
      expect(rowsOf(table)).to.have.length(1);
      table.remove();
    }
  });

  it("keeps its interval while a session is open", async () => {
    const source = new ScriptedSource([wireRow("a")]);
    const { table, environment } = await tableOn(source);
    table.pollInterval = 600_000;
    table.openSession("a");
    await import("../../../src/elements/transfer-sessions-table/opening/session-opener.js");
    await shown(table);
    await shown(table);
    await environment.pass(120_000);
    expect(source.requests).to.have.length(1);
  });

  it("lets no renderer change a session, or put the page into a cell", async () => {
    const { table } = await tableOn(new ScriptedSource([wireRow("a")]));
    table.columns = [
      {
        id: "one",
        label: "One",
        value: () => "",
        render: (session) => {
          (session as { -readonly [K in keyof TransferSession]: TransferSession[K] }).status = "hacked";
        },
      },
      { id: "two", label: "Two", value: () => "", render: () => document.body },
      { id: "three", label: "Three", value: () => "", render: () => ({ _$litType$: 1, strings: ["x"], values: [] }) },
    ];
    await shown(table);
    expect(textOf(cellOf(rowsOf(table)[0]!, "status"))).to.equal("Queued");
    expect(warnings.join()).to.contain('"one"');
  });

  it("is wide enough to be used where its parent is as wide as what is in it", async () => {
    const { table } = await tableOn(new ScriptedSource([wireRow("a")]));
    table.parentElement!.style.display = "inline-block";
    expect(table.getBoundingClientRect().width).to.be.greaterThan(280);
    table.parentElement!.style.display = "";
  });

  it("throws out of no setter", async () => {
    const table = document.createElement("transfer-sessions-table");
    for (const bad of [1n, Symbol("x"), () => {}, Number.NaN, {}]) {
      table.pollInterval = bad as never;
      table.view = bad as never;
      table.columns = bad as never;
      table.dataSource = bad as never;
      table.settingsUrl = bad as never;
    }
    expect(table.pollInterval).to.equal(undefined);
  });
});
