import { header, Problem, type Incoming } from "./http.js";

/** Bytes; no order to this endpoint needs more. */
const LARGEST = 64 * 1024;

/**
 * Reads a body as a JSON object; no body is an empty one.
 *
 * @throws Problem 413 for more than 64 kB, 400 for what is no JSON, or no object.
 */
export async function readObject(request: Incoming): Promise<Readonly<Record<string, unknown>>> {
  const text = await readText(request);
  if (text.trim() === "") return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem(400, "bad_json", "The body is no JSON.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Problem(400, "bad_body", "The body must be a JSON object.");
  }
  return value as Readonly<Record<string, unknown>>;
}

function readText(request: Incoming): Promise<string> {
  return new Promise((resolve, reject) => {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    let text = "";
    let size = 0;
    const refuse = (problem: Problem): void => {
      // Whatever still comes is let through unread, so that the answer can be.
      request.resume();
      reject(problem);
    };
    const tooLarge = (): Problem =>
      new Problem(413, "too_large", `The body has more than ${LARGEST} bytes.`, { Connection: "close" });
    if (Number(header(request, "content-length")) > LARGEST) {
      refuse(tooLarge());
      return;
    }
    request.on("data", (chunk) => {
      size += chunk.byteLength;
      if (size > LARGEST) {
        refuse(tooLarge());
        return;
      }
      try {
        text += decoder.decode(chunk, { stream: true });
      } catch {
        refuse(new Problem(400, "bad_encoding", "The body is no UTF-8."));
      }
    });
    request.on("end", () => {
      try {
        resolve(text + decoder.decode());
      } catch {
        reject(new Problem(400, "bad_encoding", "The body is no UTF-8."));
      }
    });
    const broken = (): void => reject(new Problem(400, "broken_off", "The body did not come to its end."));
    request.on("error", broken);
    request.on("close", broken);
  });
}
