const rowsOf = (name) =>
  Array.from({ length: 12 }, (_, index) => ({
    id: `agent_transfer:${name}-${index}:conversation-${index}:chat`,
    contactId: `${name}-${String(index).padStart(2, "0")}`,
    provider: "genesys",
    channel: "chat",
    status: "queued",
    createdAt: Date.now() - index * 60_000,
    metadata: { tier: index % 2 === 0 ? "gold" : "silver" },
  }));

/** Anything with a `list` method is a data source. */
function floor(name) {
  const sessions = rowsOf(name);
  return {
    list: async () => ({ sessions: sessions.map((row) => ({ ...row })) }),
    async end({ id }) {
      sessions.find((row) => row.id === id).status = "ended";
    },
  };
}

const [north, south] = [floor("north"), floor("south")];
const lines = [];
const tell = (line) => (document.querySelector("output").textContent = (lines.push(line), lines.join(", ")));

const main = document.querySelector("main");
const table = document.querySelector("transfer-sessions-table");
const tracker = document.querySelector("agent-transfer-tracker");
table.dataSource = north;
table.columns = [{ id: "tier", label: "Tier", value: ({ metadata }) => metadata?.tier, width: 96 }];
table.rowActions = [{ id: "note", label: "Note", run: ({ contactId }) => void tell(`noted ${contactId}`) }];
table.addEventListener("transfer-session-open", ({ session }) => tell(`opened ${session.contactId}`));
table.addEventListener("transfer-session-ended", ({ session }) => tell(`ended ${session.contactId}`));
table.addEventListener("transfer-view-change", ({ view }) => tell(`sorted by ${view.sort?.[0]?.by}`));

let connect;
tracker.sdk = {
  on: (name, listener) => name === "ON_SOCKET_CONNECTION" && (connect = listener),
  internalTransfer: ({ transfertype, transition }) => void tell(`${transfertype} ${transition}`),
};

const press = {
  mount({ target }) {
    if (table.isConnected) table.remove();
    else main.prepend(table);
    target.textContent = table.isConnected ? "Unmount" : "Mount";
  },
  floor: () => (table.dataSource = table.dataSource === north ? south : north),
  socket: () => connect(),
  join: () => tracker.agentJoined({ identity: "ana", name: "Ana" }),
  leave: () => tracker.agentLeft("ana"),
};
for (const [id, act] of Object.entries(press)) document.getElementById(id).addEventListener("click", act);
