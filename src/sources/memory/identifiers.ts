import type { Channel, Provider } from "./catalogue.js";
import type { Random } from "./random.js";

const HEX = "0123456789abcdef";
const DIGITS = "0123456789";
const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

export function uuid(random: Random): string {
  const hex = random.text(HEX, 32);
  const variant = random.pick(["8", "9", "a", "b"]);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

export function hex(random: Random, length: number): string {
  return random.text(HEX, length);
}

export function digits(random: Random, length: number): string {
  return random.text(DIGITS, length);
}

/** The conversation's own session id. Messaging carries the network in it, and with that a colon. */
function conversationId(random: Random, channel: Channel): string {
  const own = random.text(HEX, 10);
  if (channel === "messaging") return `${random.pick(["wa", "sms", "abc"])}:${own}`;
  return `conv-${own}`;
}

/** `agent_transfer:<uuid>:<conversationSessionId>:<channel>` */
export function sessionId(random: Random, channel: Channel): string {
  return `agent_transfer:${uuid(random)}:${conversationId(random, channel)}:${channel}`;
}

/** The id by which the provider itself knows the transfer, in its own style. */
export function providerSessionId(random: Random, provider: Provider, channel: Channel): string {
  switch (provider) {
    case "salesforce":
      // Eighteen characters whose first three name the kind of record.
      return `${channel === "email" ? "500" : channel === "voice" ? "0LQ" : "0Mw"}5g00000${random.text(LETTERS, 8)}`;
    case "servicenow":
      return random.text(HEX, 32);
    case "five9":
      return `3000000${random.text(DIGITS, 8)}`;
    case "genesys":
      return uuid(random);
    case "smartassist":
      return `c-${random.text(HEX, 7)}-${random.text(HEX, 4)}-${random.text(HEX, 12)}`;
  }
}
