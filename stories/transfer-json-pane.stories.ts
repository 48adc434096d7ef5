import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";
import type { Redact } from "../src/domain/json/masks/masks.js";

interface Args {
  label?: string;
  value?: unknown;
  text?: string;
  redact?: Redact;
  expandDepth?: number;
}

/**
 * Shows any value, or JSON text true to its spelling. Keys that look like credentials are masked in the tree, raw, on the
 * clipboard, in a download and in the search, until a person reveals them.
 */
const meta: Meta<Args> = {
  title: "JSON pane",
  component: "transfer-json-pane",
  args: { label: "Provider data" },
  render: ({ label, value, text, redact, expandDepth }) => html`
    <transfer-json-pane
      .label=${label ?? ""}
      .value=${value}
      .text=${text}
      .redact=${redact}
      .expandDepth=${expandDepth ?? 1}
    ></transfer-json-pane>
  `,
};
export default meta;
type Story = StoryObj<Args>;

const providerData = {
  caseId: "5003t00002KxQ1",
  queuePosition: 4,
  accessToken: "eyJhbGciOi-not-a-real-token",
  skills: ["billing", "german"],
  console: "https://example.com/cases/5003t00002KxQ1",
  createdAt: "2026-11-21T12:04:10Z",
  routedAt: 1795262650,
  "routing.rules": { "vip[0]": true, "": null },
  transcript: "Customer: I was charged twice. Agent: Let me look into that. ".repeat(20),
  lastError: "401 for https://api.example.com/cases?access_token=not-a-real-token&page=2",
};

/** What a provider may return, with a masked token, a link, moments explained on hover and a long text. */
export const ProviderData: Story = { args: { value: providerData } };

/** Digits, key order and repeated names as they stand in the text. */
export const TrueToTheText: Story = {
  args: { text: '{"z":12345678901234567890,"a":1e400,"m":-0,"z":1.10,"\\u0061":"\\u00e9"}', label: "Raw record" },
};

/** Text that is not JSON is shown as it came, with where it breaks; credentials in it are masked all the same. */
export const NotJson: Story = {
  args: { text: '{\n  "caseId": "5003",\n  "token": "not-a-real-token",\n  "open": tru\n}', label: "Raw answer" },
};

/** What only JavaScript can hold. */
export const AnyValue: Story = {
  render: (args) => {
    const value: Record<string, unknown> = {
      big: 12345678901234567890n,
      date: new Date(0),
      map: new Map<unknown, unknown>([
        ["a", 1],
        [{ key: 1 }, 2],
      ]),
      set: new Set(["x"]),
      bytes: new Uint8Array([1, 2, 3]),
      error: new TypeError("no such queue"),
      // eslint-disable-next-line no-sparse-arrays -- holes are what it shows
      holes: [1, , , 4],
      nothing: undefined,
      get broken(): never {
        throw new Error("cannot be read");
      },
    };
    value.self = value;
    return html`<transfer-json-pane .label=${args.label ?? ""} .value=${value}></transfer-json-pane>`;
  },
};

/** A rule of the host: the customer's name is replaced, the phone number masked. */
export const HostRule: Story = {
  args: {
    value: { customer: { name: "Ann Example", phone: "+49 30 1234" }, case: "5003" },
    expandDepth: 3,
    redact: (path) => (path.at(-1) === "phone" ? true : path.at(-1) === "name" ? "A. E." : undefined),
  },
};

/** About a megabyte: expand it all, then search it. */
export const Large: Story = {
  render: (args) => {
    const records = Array.from({ length: 4000 }, (_, id) => ({
      id,
      tags: ["a", "b"],
      customer: { name: `Customer ${id}`, geo: { lat: id / 7, lon: id / 3 } },
    }));
    return html`<transfer-json-pane
      .label=${args.label ?? ""}
      .text=${JSON.stringify({ records })}
    ></transfer-json-pane>`;
  },
};

export const Dark: Story = { args: { value: providerData }, globals: { scheme: "dark" } };

export const RightToLeft: Story = { args: { value: providerData }, globals: { direction: "rtl" } };

export const Narrow: Story = { args: { value: providerData }, globals: { container: "phone" } };
