import { config } from "zod/mini";

/**
 * Builds schemas that never make code from text. zod's full object schemas ask, when they are made, whether they may (by
 * calling `Function`, which a strict content security policy reports), unless `jitless` is set. Those of `zod/mini` do
 * not ask today; this holds them to it.
 *
 * zod keeps that setting in one place for every copy of zod on the page, so it is put back: the host's own schemas are
 * the host's business.
 */
export function withoutJit<T>(build: () => T): T {
  const { jitless } = config();
  config({ jitless: true });
  try {
    return build();
  } finally {
    config({ jitless: jitless as boolean });
  }
}
