// Runs in a frame of its own under a content security policy; see without-jit.test.ts.
import { wireReader } from "../../../src/sources/wire/wire-reader.js";

const violations: string[] = [];
addEventListener("securitypolicyviolation", (event) => violations.push(event.blockedURI));

const { session } = wireReader.readSession({ id: "x", status: "s", queue: 5, createdAt: "?" });
const integrations = wireReader.readIntegrations([{ provider: "genesys", connected: true }]).length;
wireReader.readLifecycle({ chat: 5 });

// Violations are reported later, in their order: once this one is, any before it would have been too.
const reported = new Promise((resolve) => {
  addEventListener("securitypolicyviolation", resolve, { once: true });
});
try {
  Reflect.construct(Function, [""]);
} catch {
  await reported;
}
const fields = session?.issues?.map((issue) => issue.field).sort();
parent.postMessage({ fields, integrations, violations }, "*");
