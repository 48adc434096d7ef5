import { expect } from "@open-wc/testing";
import type { TransferJsonRevealEvent } from "../../../src/events/json-reveal-event.js";
import type { TransferJsonPane } from "../../../src/elements/transfer-json-pane/transfer-json-pane.element.js";
import { buttonIn, everything, find, hits, makePane, press, root, row, settled, texts } from "./support.js";

const KEYS = [
  "password",
  "Password",
  "userPassword",
  "passwd",
  "token",
  "accessToken",
  "refresh_token",
  "X-Auth-Token",
  "secret",
  "client_secret",
  "CLIENTSECRET",
  "authorization",
  "Authorization",
  "api_key",
  "apiKey",
  "api-key",
  "APIKEY",
  "x-api-key",
  "cookie",
  "Set-Cookie",
  "credential",
  "credentials",
  "private_key",
  "privateKey",
  "p\u200bassword",
  "ｐａｓｓｗｏｒｄ",
  "to\u006ben",
  "auth",
  "jwt",
  "pin",
];
const INNOCENT = [
  "sessionId",
  "providerSessionId",
  "author",
  "pinned",
  "keyword",
  "monkey",
  "passenger",
  "compass",
  "accountSid",
  "contact",
];

async function open(pane: TransferJsonPane): Promise<void> {
  pane.expandAll();
  await settled(pane);
}

async function showRaw(pane: TransferJsonPane): Promise<void> {
  buttonIn(root(pane), "Raw").click();
  await settled(pane);
}

/** What the pane would put on the clipboard and into a file. */
async function waysOut(pane: TransferJsonPane): Promise<string> {
  const out: string[] = [];
  const clipboard = navigator.clipboard;
  const blobs: Blob[] = [];
  const { createObjectURL } = URL;
  Object.defineProperty(navigator, "clipboard", {
    configurable: true,
    value: { writeText: async (text: string) => void out.push(text) },
  });
  URL.createObjectURL = (blob: Blob) => {
    blobs.push(blob);
    return "#";
  };
  try {
    buttonIn(root(pane), "Copy all").click();
    buttonIn(root(pane), "Download").click();
    for (const button of root(pane).querySelectorAll<HTMLButtonElement>(
      "[aria-label='Copy value'], [aria-label='Copy path']",
    ))
      button.click();
    await settled(pane);
  } finally {
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: clipboard });
    URL.createObjectURL = createObjectURL;
  }
  expect(out, "copied").not.to.have.length(0);
  expect(blobs, "downloaded").to.have.length(1);
  return [...out, ...(await Promise.all(blobs.map((blob) => blob.text())))].join("\n");
}

describe("<transfer-json-pane> masks", () => {
  for (const key of KEYS) {
    it(`hides ${JSON.stringify(key)} everywhere`, async () => {
      const secret = "hunter2-XYZZY";
      for (const given of [
        { value: { [key]: secret, deep: [{ [key]: { inner: [secret] } }] } },
        { text: JSON.stringify({ [key]: secret, deep: [{ [key]: { inner: [secret] } }] }) },
        { text: `{"x": 1, ${JSON.stringify(key)}: "${secret}", oops` },
        { text: `oops ${JSON.stringify(key)} : {"inner": ["${secret}"]}` },
        { text: `{${JSON.stringify(key)}: "never ends ${secret}` },
      ]) {
        const pane = await makePane(given);
        await open(pane);
        expect(everything(pane)).to.not.contain("XYZZY");
        await find(pane, "XYZZY");
        expect(hits(pane)).to.equal("0");
        await find(pane, "");
        expect(await waysOut(pane)).to.not.contain("XYZZY");
        if (pane.shadowRoot!.querySelector("[aria-pressed]")) {
          await showRaw(pane);
          expect(everything(pane)).to.not.contain("XYZZY");
        }
      }
    });
  }

  for (const key of INNOCENT) {
    it(`shows ${key}`, async () => {
      expect(texts(await makePane({ value: { [key]: "plain" } }))[1]).to.equal(`${key}: "plain"`);
    });
  }

  it("shows that a credential is missing, and counts of tokens", async () => {
    const pane = await makePane({
      value: { token: null, password: "", hasToken: true, promptTokens: 812, token2: 123456 },
    });
    expect(texts(pane).slice(1, 5)).to.deep.equal([
      "token: null",
      'password: ""',
      "hasToken: true",
      "promptTokens: 812",
    ]);
    expect(everything(pane)).to.not.contain("123456");
  });

  it("hides credentials inside of strings", async () => {
    const value = {
      url: "https://a.test/?access_token=SECRET1&page=2",
      header: "Authorization: Bearer SECRET2",
      json: '{"password":"SECRET3","user":"ann"}',
      bare: "Bearer SECRET4SECRET4",
      pem: "-----BEGIN PRIVATE KEY-----\nSECRET5",
      user: "https://ann:SECRET6@a.test/",
    };
    const pane = await makePane({ value });
    expect(everything(pane)).to.not.contain("SECRET");
    expect(texts(pane)[1]).to.equal('url: "https://a.test/?access_token=••••••••&page=2"');
    await showRaw(pane);
    expect(everything(pane)).to.not.contain("SECRET");
    expect(await waysOut(pane)).to.not.contain("SECRET");
  });

  it("does not open a masked container", async () => {
    const pane = await makePane({ value: { credentials: { a: 1 } } });
    expect(row(pane, "credentials").hasAttribute("aria-expanded")).to.equal(false);
    pane.focus();
    await press(pane, "ArrowDown", "ArrowRight", "*");
    expect(texts(pane).length).to.equal(2);
  });

  it("reveals on request, unless the host forbids it", async () => {
    const pane = await makePane({ value: { auth: { token: "SECRET" }, accessToken: "SECRET2" }, label: "Data" });
    const asked: TransferJsonRevealEvent[] = [];
    const forbid = (event: Event): void => {
      asked.push(event as TransferJsonRevealEvent);
      event.preventDefault();
    };
    document.addEventListener("transfer-json-reveal", forbid);
    buttonIn(row(pane, "accessToken"), "Reveal").click();
    await settled(pane);
    document.removeEventListener("transfer-json-reveal", forbid);
    expect(asked.map((event) => [event.path, event.jsonPath, event.label])).to.deep.equal([
      [["accessToken"], "$.accessToken", "Data"],
    ]);
    expect(everything(pane)).to.not.contain("SECRET");
    buttonIn(row(pane, "accessToken"), "Reveal").click();
    buttonIn(row(pane, "auth"), "Reveal").click();
    await settled(pane);
    expect(texts(pane)).to.include('accessToken: "SECRET2"');
    await open(pane);
    expect(texts(pane)).to.include("token: hidden");
    buttonIn(row(pane, "accessToken"), "Hide").click();
    await settled(pane);
    expect(everything(pane)).to.not.contain("SECRET2");
  });

  it("keeps a reveal over updates only while the value is the same", async () => {
    const pane = await makePane({ value: { token: "SECRET1", n: 1 } });
    buttonIn(row(pane, "token"), "Reveal").click();
    await settled(pane);
    pane.value = { token: "SECRET1", n: 2 };
    await settled(pane);
    expect(texts(pane)).to.include('token: "SECRET1"');
    pane.value = { token: "SECRET2", n: 3 };
    await settled(pane);
    expect(everything(pane)).to.not.contain("SECRET2");
  });

  it("asks the host's rule", async () => {
    const value = { ssn: "123-45", name: "Ann", list: [{ ssn: "678-90" }], card: "4111-SECRET" };
    const paths: string[] = [];
    const pane = await makePane({
      value,
      expandDepth: 5,
      redact: (path, at) => {
        paths.push(path.join("/"));
        if (path.at(-1) === "ssn") return true;
        return path.at(-1) === "card" ? `card ending ${String(at).length}` : undefined;
      },
    });
    expect(texts(pane)).to.include.members(["ssn: hidden", 'name: "Ann"', 'card: "card ending 11"']);
    expect(everything(pane)).to.not.contain("678-90").and.not.contain("4111");
    expect(paths).to.include("list/0/ssn");
    await find(pane, "card ending");
    expect(hits(pane)).to.equal("1 of 1");
    await find(pane, "SECRET");
    expect(hits(pane)).to.equal("0");
    expect(await waysOut(pane)).to.not.contain("4111");
  });

  it("masks what a throwing rule was asked about", async () => {
    const pane = await makePane({
      value: { a: "SECRET" },
      redact: () => {
        throw new Error("oops");
      },
    });
    expect(everything(pane)).to.not.contain("SECRET");
    expect(texts(pane)).to.deep.equal(["hidden"]);
  });

  it("asks the host's rule about a text that is no JSON", async () => {
    for (const text of [
      '{"ssn":"SECRET","x":[1,"SECRET-9"],',
      'oops {"ssn": "SECRET"}',
      '{"a":{"ssn":{"deep":"SECRET"}',
      '["SECRET-9" "SECRET-9"]',
    ]) {
      const pane = await makePane({ text, redact: (path, value) => path.at(-1) === "ssn" || value === "SECRET-9" });
      expect(everything(pane), text).to.not.contain("SECRET");
    }
  });

  it("reveals in a text that is no JSON", async () => {
    const pane = await makePane({ text: '{"token": "SECRET", oops' });
    expect(everything(pane)).to.not.contain("SECRET");
    buttonIn(root(pane).querySelector(".canvas")!, "Reveal").click();
    await settled(pane);
    expect(everything(pane)).to.contain("SECRET");
  });
});
