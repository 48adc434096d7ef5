import { browserEnvironment } from "../../platform/browser-environment.js";
import { withDeadline } from "../../platform/deadline.js";
import type { ConversationEnd, CustomFields, SummaryRequest } from "../rules/message.js";
import type { InternalTransferPayload } from "../rules/payload.js";
import { CONNECTION_EVENT } from "./connection.js";
import { SINK_KIND } from "./sink.js";

export interface HooksSinkOptions {
  /** Origin of the agent-assist server (`https://…`), or its host name. */
  readonly host: string;
  readonly botId: string;
  /** Path of the hooks, which the bot's id follows; other pages of the vendor use `/agentai/api/v1/hooks`. */
  readonly path?: string;
  readonly conversationId: string;
  /** A token, or what gives a fresh one for each call. */
  readonly token: string | (() => string | Promise<string>);
  /** Which header carries the token: the documentation says `auth` in its text and `token` in its samples. */
  readonly authHeader?: "token" | "auth";
  /** Whether the transfer uses an external directory; the server takes it as text. */
  readonly isExtAD?: boolean | "true" | "false";
  /** Language of the conversation, such as `en`; left out where it is not given. */
  readonly language?: string;
  /** `chat`, `voice`, `email` … */
  readonly experience?: string;
  readonly fetch?: typeof fetch;
  /** Milliseconds until a call counts as failed; below the tracker's own limit of 10 000. */
  readonly timeoutMs?: number;
}

/** A sink for the tracker that is its own connection: HTTP is always up. */
export interface HooksSink {
  /** It takes `customFields`. */
  readonly extras: true;
  internalTransfer(data: InternalTransferPayload, extras?: { readonly customFields?: CustomFields }): Promise<void>;
  triggerSummary(data: SummaryRequest): Promise<void>;
  endOfConversation(data: ConversationEnd): Promise<void>;
  on(name: string, callback: () => void): void;
  off(name: string, callback: () => void): void;
}

/** What an error of the hooks carries, named as the failures of a data source are. */
export interface HooksFailure {
  readonly kind: "network" | "timeout" | "http" | "unauthorized";
  /** HTTP status. */
  readonly status?: number;
}

function hooksError(message: string, failure: HooksFailure, cause?: unknown): Error {
  return Object.assign(new Error(message, cause === undefined ? undefined : { cause }), {
    name: "HooksError",
    ...failure,
  });
}

/**
 * Sends internal transfers to the server twin of the SDK's method (`INTERNAL_TRANSFER_EVENT`), and what follows the last
 * exit (`TRIGGER_SUMMARY_EVENT`, `END_OF_CONVERSATION`), for desktops without the browser SDK. SDK and hooks together
 * duplicate every event: use one.
 *
 * Throws a `TypeError` where host, bot, conversation or token is missing: nothing could ever be sent.
 *
 * Where the server does not take the event, the method rejects with an error that has the fields of
 * {@link HooksFailure}; the tracker then tries again.
 */
export function hooksSink(options: HooksSinkOptions): HooksSink {
  const { host, botId, path = "/agentassist/api/v1/hooks", conversationId, isExtAD = false } = options;
  const { language, experience = "chat" } = options;
  for (const name of ["host", "botId", "conversationId", "token"] as const) {
    if (!options[name]) throw new TypeError(`hooksSink needs ${name}.`);
  }
  const url = `${/^https?:/i.test(host) ? "" : "https://"}${host.replace(/\/+$/, "")}/${path.replace(/^\/+|\/+$/g, "")}/${encodeURIComponent(botId)}`;
  const say = (event: object) => post(url, { conversationId, botId, events: [event] }, options);
  const sink: HooksSink = {
    extras: true,
    internalTransfer({ transfertype, transition, participant }, { customFields } = {}) {
      return say({
        name: "INTERNAL_TRANSFER_EVENT",
        transfertype,
        transition,
        isExtAD: String(isExtAD),
        language,
        experience,
        participant: customFields ? { ...participant, customFields } : participant,
      });
    },
    triggerSummary(data) {
      const spoken = data.language ?? language;
      return say({ name: "TRIGGER_SUMMARY_EVENT", data: { language: spoken, locale: spoken, type: "post" } });
    },
    endOfConversation: ({ reason, participant }) =>
      say({ name: "END_OF_CONVERSATION", reason, language, experience, participant }),
    on(name, callback) {
      if (name === CONNECTION_EVENT) callback();
    },
    off() {},
  };
  // The tracker warns where the browser SDK is in use too.
  return Object.defineProperty(sink, SINK_KIND, { value: "hooks" });
}

async function post(url: string, body: unknown, options: HooksSinkOptions): Promise<void> {
  const { token, authHeader = "token", timeoutMs = 9000 } = options;
  const send = options.fetch ?? ((...args: Parameters<typeof fetch>) => fetch(...args));
  const late = (cause?: unknown) => hooksError("The hooks did not answer in time.", { kind: "timeout" }, cause);
  const ask = async (signal: AbortSignal) => {
    const headers = {
      "Content-Type": "application/json",
      [authHeader]: typeof token === "function" ? await token() : token,
    };
    // The token may come when the time is up: what counts as failed must not be sent.
    signal.throwIfAborted();
    try {
      // `keepalive`: an exit is often the last thing that a page says.
      return await send(url, { method: "POST", headers, body: JSON.stringify(body), keepalive: true, signal });
    } catch (cause) {
      if (cause instanceof Error && cause.name === "TimeoutError") throw late(cause);
      throw hooksError("The hooks cannot be reached.", { kind: "network" }, cause);
    }
  };
  const response = await withDeadline(ask, { timers: browserEnvironment.timers, limit: timeoutMs, late });
  if (response.ok) return;
  const kind = response.status === 401 || response.status === 403 ? "unauthorized" : "http";
  throw hooksError(`The hooks answered ${response.status}.`, { kind, status: response.status });
}
