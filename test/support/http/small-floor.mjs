// The smallest endpoint that keeps the contract: a list with ETag and cursor, one, end, integrations, lifecycle.
import { createHash } from "node:crypto";

const START = Date.UTC(2026, 2, 1, 12);

/**
 * @param {readonly string[]} [only] what it has besides its list (`get`, `end`, `integrations`, `lifecycle`); all where
 *   left out.
 * @returns a function that answers `{ method, url, headers, body }` on a node response.
 */
export function smallFloor(only) {
  const has = (offer) => !only || only.includes(offer);
  let version = 1;
  let lifecycle = { chat: 30, messaging: 30, email: 1440, campaign: 60, voice: 0 };
  const ended = new Map();
  const rows = ["pending", "queued", "active", "post_agent", "ended"].map((status, index) => ({
    id: `agent_transfer:u-${index}:conv/${index}?#%:${index % 2 ? "voice" : "chat"}`,
    contactId: `contact-${index}`,
    agentName: "Billing bot",
    provider: ["smartassist", "salesforce", "servicenow", "five9", "genesys"][index],
    channel: index % 2 ? "voice" : "chat",
    status,
    createdAt: new Date(START + index * 1000).toISOString(),
    updatedAt: new Date(START + index * 2000).toISOString(),
    version,
  }));

  const list = ({ query, headers }) => {
    const since = query.get("cursor");
    const serverTime = new Date(START + 60_000).toISOString();
    const body =
      since === null
        ? { sessions: rows, cursor: `v${version}`, serverTime }
        : {
            changed: rows.filter((row) => row.version > Number(since.slice(1))),
            removed: [],
            cursor: `v${version}`,
            serverTime,
          };
    const etag = `"${createHash("sha1").update(JSON.stringify(body)).digest("hex")}"`;
    return headers["if-none-match"] === etag ? { status: 304, headers: { etag } } : { body, headers: { etag } };
  };

  const end = (row, { headers }) => {
    const key = headers["idempotency-key"];
    if (!key) return { status: 400 };
    if (!ended.has(key) && row.status !== "ended") {
      version++;
      Object.assign(row, { status: "ended", updatedAt: new Date(START + 30_000).toISOString(), version });
    }
    ended.set(key, row.id);
    return { status: 204 };
  };

  const route = (request) => {
    const { method, path } = request;
    if (method === "GET" && path.length === 1 && path[0] === "sessions") return list(request);
    if (path[0] === "sessions" && path.length > 1 && has(path.length > 2 ? "end" : "get")) {
      const row = rows.find(({ id }) => id === path[1]);
      if (!row) return { status: 404 };
      if (method === "GET" && path.length === 2) return { body: row };
      if (method === "POST" && path[2] === "end") return end(row, request);
    }
    if (path[0] === "integrations" && has("integrations"))
      return { body: [{ provider: "genesys", connected: true, name: "Genesys Cloud" }] };
    if (path[0] === "lifecycle" && has("lifecycle")) {
      if (method === "PUT") lifecycle = { ...lifecycle, ...JSON.parse(request.body) };
      return { body: lifecycle };
    }
    return { status: 404 };
  };

  return ({ method, url, headers, body }, response) => {
    const { pathname, searchParams: query } = new URL(url, "http://localhost");
    const path = pathname.split("/").slice(3).map(decodeURIComponent);
    const answer = route({ method, path, query, headers, body });
    response.writeHead(answer.status ?? 200, { "content-type": "application/json", ...answer.headers });
    response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
  };
}
