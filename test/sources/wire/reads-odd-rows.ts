// Runs in a frame of its own under a content security policy; see without-jit.test.ts.
import { wireReader } from "../../../src/sources/wire/wire-reader.js";

const violations: string[] = [];
addEventListener("securitypolicyviolation", (event) => violations.push(event.blockedURI));

const { session } = wireReader.readSession({
  id: "x",
  provider: "p",
  channel: "c",
  status: "s",
  queue: 5,
  createdAt: "?",
});
const integrations = wireReader.readIntegrations([{ provider: "genesys", connected: true }]).length;
wireReader.readLifecycle({ chat: 5 });

// Violations are reported in a task of their own; the control shows that one would have been.
const reported = new Promise((resolve) => addEventListener("securitypolicyviolation", resolve, { once: true }));
const before = () => violations.filter((uri) => uri !== "eval");
let blocked = 0;
const seen = await new Promise<string[]>((resolve) => setTimeout(() => resolve([...violations]), 0));
try {
  Reflect.construct(Function, [""]);
} catch {
  await reported;
  blocked = violations.length - seen.length;
}
parent.postMessage(
  {
    issues: session?.issues?.map((issue) => issue.field).sort(),
    integrations,
    violations: [...seen, ...before()],
    control: blocked,
  },
  "*",
);
