import * as z from "zod/mini";
import { readTime } from "./time.js";
import { withoutJit } from "./without-jit.js";

/** A row under its canonical field names. Ids, aliases and blank texts are seen to before and after. */
export type SessionSchema = ReturnType<typeof build>;

let schema: SessionSchema | undefined;

/** Built when first used: a feed without odd rows never needs it, and importing this module runs nothing. */
export function sessionSchema(): SessionSchema {
  return (schema ??= withoutJit(build));
}

function build() {
  const text = z.nullish(z.string());
  const json = z.nullish(z.unknown().check(z.refine(isJson)));
  const time = z.nullish(
    z.pipe(
      z.union([z.string(), z.number()]),
      z.transform((value, context) => {
        const read = readTime(value);
        if (read !== undefined) return read;
        context.issues.push({ code: "custom", input: value, message: "no time" });
        return z.NEVER;
      }),
    ),
  );
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
    ttlMinutes: z.nullish(z.number().check(z.nonnegative())),
    metadata: json,
    providerData: json,
  });
}

/** Only the value itself is looked at, so that a large or circular tree costs nothing here; who shows it must cope. */
export function isJson(value: unknown): boolean {
  return typeof value !== "function" && typeof value !== "symbol";
}
