import { expect } from "@open-wc/testing";
import { config } from "zod/mini";
import { wireReader } from "../../../src/sources/wire/wire-reader.js";
import { withoutJit } from "../../../src/sources/wire/without-jit.js";

describe("the schemas under a strict content security policy", () => {
  it("never ask whether code may be made from text", async () => {
    // A document of its own, so that the policy is the browser's and nothing is patched. Its scripts may come from
    // here ('self' is no origin to Firefox in such a document), but not from text: a call of Function is reported, even
    // where it is caught.
    const frame = document.createElement("iframe");
    const module = new URL("./reads-odd-rows.ts", import.meta.url).href;
    frame.srcdoc = `<meta http-equiv="content-security-policy" content="script-src ${location.origin}"><script type="module" src="${module}"></script>`;
    const done = new Promise<MessageEvent>((resolve) => addEventListener("message", resolve, { once: true }));
    document.body.append(frame);
    try {
      const { data } = await done;
      expect(data).to.deep.equal({
        fields: ["channel", "createdAt", "provider", "queue"],
        integrations: 1,
        violations: ["eval"], // the control's own
      });
    } finally {
      frame.remove();
    }
  });

  it("leave zod's setting to the host", () => {
    config({ jitless: false });
    try {
      wireReader.readSession({ id: "x", queue: 5 });
      expect(withoutJit(() => config().jitless)).to.equal(true);
      expect(config().jitless).to.equal(false);
      expect(() =>
        withoutJit(() => {
          throw new Error("no");
        }),
      ).to.throw("no");
      expect(config().jitless).to.equal(false);
    } finally {
      config({ jitless: undefined as unknown as boolean });
    }
  });
});
