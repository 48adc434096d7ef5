import { header, type Incoming, type Outgoing } from "./http.js";

const ALLOWED = ["Accept", "Authorization", "Content-Type", "Idempotency-Key", "Last-Event-ID"];
const CONDITIONS = ["If-Match", "If-None-Match"];

/** What a page of another origin may read besides the body. */
const EXPOSED = ["Date", "ETag", "Retry-After"];

/** Seconds for which a browser may remember what it is allowed. */
const REMEMBERED = 600;

/**
 * Says to pages of these origins that they may ask.
 *
 * @param origins such as `https://console.example`; `*`: all, then without credentials.
 * @param isConditional they may send conditions.
 * @returns whether the request only asked for that, and has been answered.
 */
export function allowOrigins(
  origins: readonly string[] | "*",
  isConditional: boolean,
  request: Incoming,
  response: Outgoing,
): boolean {
  const origin = header(request, "origin");
  if (origin === undefined) return false;
  response.setHeader("Vary", "Origin");
  if (origins !== "*" && !origins.includes(origin)) return false;
  response.setHeader("Access-Control-Allow-Origin", origins === "*" ? "*" : origin);
  if (origins !== "*") response.setHeader("Access-Control-Allow-Credentials", "true");
  response.setHeader("Access-Control-Expose-Headers", EXPOSED.join(", "));
  if (request.method !== "OPTIONS") return false;
  response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT");
  response.setHeader("Access-Control-Allow-Headers", [...ALLOWED, ...(isConditional ? CONDITIONS : [])].join(", "));
  response.setHeader("Access-Control-Max-Age", String(isConditional ? REMEMBERED : 0));
  response.statusCode = 204;
  response.end();
  return true;
}
