import * as z from "zod/mini";
import { isJson } from "./json.js";
import { readTime } from "./time.js";
import { withoutJit } from "./without-jit.js";

/** A row under its canonical field names. Ids, aliases and blank texts are seen to before and after. */
export type SessionSchema = ReturnType<typeof build>;

let schema: SessionSchema | undefined;

/** Built when first used: a feed without odd rows never needs it, and importing this module runs nothing. */
export function sessionSchema(): SessionSchema {
  return (schema ??= withoutJit(build));
}

/**
 * Checks of our own where the schema library's ready-made ones would double what it adds to a page: a table is wanted
 * soon, and hardly a row comes this far.
 */
function build() {
  const text = z.nullish(z.string());
  const json = z.nullish(z.custom(isJson));
  const time = z.nullish(z.custom<string | number>((value) => readTime(value) !== undefined));
  const minutes = z.nullish(z.custom<number>((value) => typeof value === "number" && value >= 0 && value < Infinity));
  return z.object({
    contactId: text,
    agentName: text,
    agentId: text,
    provider: text,
    channel: text,
    status: text,
    queue: text,
    providerSessionId: text,
    createdAt: time,
    updatedAt: time,
    endedAt: time,
    ttlMinutes: minutes,
    metadata: json,
    providerData: json,
  });
}
