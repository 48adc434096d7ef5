import { expect } from "@open-wc/testing";
import type { LitElement } from "lit";
import "../../src/define.js";
import { ScriptedSource, wireRow } from "../support/scripted-source.js";
import { settled } from "../support/fake-environment.js";
import { collectWarnings } from "../support/warnings.js";

/** A proxy that throws whatever is done to it. */
const hostile = (target: object) =>
  new Proxy(
    target,
    new Proxy(
      {},
      {
        get: () => () => {
          throw new Error("a trap");
        },
      },
    ),
  );

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function cyclic(): object {
  const circle: Record<string, unknown> = { id: "circle" };
  circle["self"] = circle;
  return circle;
}

const ODD: Readonly<Record<string, () => unknown>> = {
  null: () => null,
  undefined: () => undefined,
  NaN: () => NaN,
  "-1": () => -1,
  Infinity: () => Infinity,
  "a bigint": () => 10n,
  "a symbol": () => Symbol("x"),
  "an object": () => ({}),
  "a list": () => [],
  "a list of odd things": () => [null, 5n, Symbol("x"), {}, hostile({}), revoked([])],
  "a function": () => () => {},
  "an async function": () => async () => false,
  "an object without a prototype": () => Object.create(null) as unknown,
  "a circle": cyclic,
  "a hostile proxy": () => hostile({}),
  "a hostile proxy of a list": () => hostile([]),
  "a hostile proxy of a function": () => hostile(() => {}),
  "a revoked proxy": () => revoked({}),
  "a revoked proxy of a list": () => revoked([]),
  "a long text": () => "x".repeat(1_000_000),
  markup: () => "<img src=x onerror=alert(1)>",
  "an object whose fields throw": () =>
    Object.fromEntries(
      ["id", "list", "label", "chat", "waitingWarning", "title", "common", "text", "getItem"].map((name) => [
        name,
        hostile({}),
      ]),
    ),
};

const source = () => new ScriptedSource([wireRow("a"), wireRow("b", { status: "active" })]);
const session = { id: "a", provider: "genesys", channel: "chat", status: "queued", createdAt: 0, updatedAt: 0 };
const may = () => true;
const links = () => [];
const sdk = { internalTransfer: () => {} };

/** A value that each property takes, as it is read back. */
const GOOD: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "transfer-sessions-provider": {
    dataSource: source(),
    src: "/api",
    pollInterval: 5000,
    lifecycle: { chat: 5 },
    attention: { waitingWarning: 5 },
    sessionLinks: links,
    share: "tabs",
    token: "abc",
    headers: { "X-Tenant": "7" },
    credentials: "include",
  },
  "transfer-sessions-table": {
    dataSource: source(),
    pollInterval: 5000,
    paused: true,
    view: { text: "a" },
    viewKey: "odd",
    columns: [],
    rowActions: [],
    canEnd: may,
    attention: { waitingWarning: 5 },
    sessionLinks: links,
    settingsUrl: "/settings",
    openOn: "event",
    strings: { title: "Handoffs" },
  },
  "transfer-session-details": {
    dataSource: source(),
    sessionId: "a",
    session,
    open: true,
    inline: true,
    order: [session],
    canEnd: may,
    sessionLinks: links,
    redact: may,
    strings: { metadata: "Data" },
  },
  "transfer-json-pane": {
    label: "Data",
    value: { a: 1 },
    text: "[1]",
    redact: () => undefined,
    expandDepth: 2,
    strings: { label: "Data" },
  },
  "transfer-status-badge": { status: "active", strings: {} },
  "transfer-sessions-summary": {
    dataSource: source(),
    pollInterval: 5000,
    attention: { waitingWarning: 5 },
    htmlFor: "table",
    alerts: true,
    strings: { title: "Floor" },
  },
  "transfer-lifecycle-settings": {
    dataSource: source(),
    name: "minutes",
    disabled: true,
    strings: { title: "Minutes" },
    value: { chat: 5, messaging: 6, email: 7, campaign: 8, voice: 0 },
  },
  "agent-transfer-tracker": {
    sdk,
    connection: { on: () => {}, off: () => {} },
    connected: true,
    conversationId: "c1",
    ownAgent: "a1",
    participants: [{ identity: "a1", name: "Ana" }],
    storage: "none",
    exitGrace: 5,
    settle: 5,
    closing: "end",
    drop: "exit",
    controls: true,
    strings: { title: "Transfers" },
  },
};

/** What else is set, so that there is something to draw. */
const SET: Readonly<Record<string, () => Readonly<Record<string, unknown>>>> = {
  "transfer-sessions-provider": () => ({}),
  "transfer-sessions-table": () => ({ dataSource: source(), columns: [{ id: "x", label: "X", value: () => "x" }] }),
  "transfer-session-details": () => ({
    dataSource: source(),
    inline: true,
    session: { ...session, metadata: { a: 1 } },
  }),
  "transfer-json-pane": () => ({ value: { a: [1, 2] } }),
  "transfer-status-badge": () => ({ status: "queued" }),
  "transfer-sessions-summary": () => ({ dataSource: source(), alerts: true }),
  "transfer-lifecycle-settings": () => ({ dataSource: source() }),
  "agent-transfer-tracker": () => ({ controls: true }),
};

type Element = LitElement & Record<string, unknown>;

function made(tag: string): Element {
  return Object.assign(document.createElement(tag) as Element, SET[tag]!());
}

function propertiesOf(tag: string): string[] {
  const { elementProperties } = customElements.get(tag) as typeof LitElement;
  return [...elementProperties].flatMap(([name, { state }]) => (state ? [] : [String(name)]));
}

describe("any element, given odd values", function () {
  // Some thousand elements are made.
  this.timeout(60_000);
  collectWarnings();
  const errors: unknown[] = [];
  const { error } = console;
  before(() => {
    console.error = (...values: unknown[]) => void errors.push(values);
  });
  beforeEach(() => void errors.splice(0));
  after(() => {
    console.error = error;
  });
  afterEach(() => localStorage.clear());

  for (const [tag, good] of Object.entries(GOOD)) {
    for (const name of propertiesOf(tag)) {
      it(`${tag}.${name} throws nothing, and takes a good value afterwards`, async () => {
        expect(Object.keys(good), "a good value for each property").to.contain(name);
        const connected = made(tag);
        document.body.append(connected);
        await connected.updateComplete;
        for (const [what, make] of Object.entries(ODD)) {
          const fresh = made(tag);
          for (const element of [connected, fresh]) {
            try {
              element[name] = make();
              if (element === fresh) document.body.append(fresh);
              await element.updateComplete;
              await settled();
              await element.updateComplete;
              element[name] = good[name];
              await element.updateComplete;
              expect(element[name]).to.deep.equal(good[name]);
            } catch (thrown) {
              const when = element === fresh ? "before connection" : "connected";
              throw new Error(`${what}, ${when}: ${(thrown as Error | undefined)?.stack}`, { cause: thrown });
            }
            expect(errors, what).to.deep.equal([]);
          }
          fresh.remove();
        }
        connected.remove();
      });
    }
  }
});
