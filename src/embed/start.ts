import { reasonOf } from "../platform/reason-of.js";
import { ConfigError, configAddress, readConfig } from "./embed-config.js";
import { putOnStage } from "./stage.js";

/** Shows what the configuration says, or says in the page's place what is wrong. */
export async function start(): Promise<void> {
  try {
    const base = configAddress(location.href);
    await putOnStage(await configAt(base), { document, view: window, base });
  } catch (error) {
    say(error instanceof ConfigError ? error.message : `The page could not be shown: ${reasonOf(error)}.`);
    // A fault of ours is for the console, too.
    if (!(error instanceof ConfigError)) throw error;
  }
}

async function configAt(address: URL) {
  // As it was asked for, without what it has in common with the page.
  const name = decodeURI(address.href.replace(new URL(".", location.href).href, ""));
  let answer: Response;
  try {
    // A redirect could leave the origin.
    answer = await fetch(address, { redirect: "manual", cache: "no-cache" });
  } catch {
    const hint = origin === "null" ? " In a frame of no origin its server must send Access-Control-Allow-Origin." : "";
    throw new ConfigError(`${name} could not be loaded.${hint}`);
  }
  if (answer.type === "opaqueredirect") {
    throw new ConfigError(`${name} could not be loaded: the server leads elsewhere, perhaps to a page to sign in.`);
  }
  if (!answer.ok) throw new ConfigError(`${name} could not be loaded: the server answered ${answer.status}.`);
  const text = await answer.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ConfigError(`${name} is no JSON: ${reasonOf(error)}.`);
  }
  return readConfig(value, name);
}

function say(sentence: string): void {
  const notice = Object.assign(document.createElement("p"), { className: "wrong", textContent: sentence });
  notice.setAttribute("role", "alert");
  document.body.replaceChildren(notice);
}
