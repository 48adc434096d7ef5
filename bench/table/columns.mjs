/** The eight columns as every subject shows them: equal texts, made by the same functions. */
import { shortenMiddle } from "../../src/elements/transfer-sessions-table/cells/shorten-middle.ts";
import { formatDuration } from "../../src/i18n/format.ts";
import { commonEnglish, labelOf } from "../../src/i18n/common-strings.ts";
import { clock } from "./clock.mjs";

const STATUS_ORDER = ["pending", "queued", "active", "post_agent", "ended"];

const timeOf = new Map();
const parse = (text) => {
  let time = timeOf.get(text);
  if (time === undefined) timeOf.set(text, (time = Date.parse(text)));
  return time;
};

/** Milliseconds since a session began, by the record. */
export function durationOf({ createdAt, updatedAt, status }) {
  return Math.max(0, (status === "ended" ? parse(updatedAt) : clock.now()) - parse(createdAt));
}

/**
 * `field`: what the record calls it; `text`: what a cell shows of the record; `key`: what it is sorted by.
 */
export const COLUMNS = [
  { id: "contact", label: "Contact", width: 204, field: "contactId", text: (row) => shortenMiddle(row.contactId) },
  { id: "agent", label: "Agent", width: 190, field: "agentName", text: (row) => row.agentName },
  {
    id: "provider",
    label: "Provider",
    width: 140,
    field: "provider",
    text: (row) => labelOf(commonEnglish.provider, row.provider),
  },
  {
    id: "channel",
    label: "Channel",
    width: 140,
    field: "channel",
    text: (row) => labelOf(commonEnglish.channel, row.channel),
  },
  {
    id: "status",
    label: "Status",
    width: 132,
    field: "status",
    text: (row) => labelOf(commonEnglish.status, row.status),
    key: (row) => STATUS_ORDER.indexOf(row.status),
  },
  { id: "queue", label: "Queue", width: 140, field: "queue", text: (row) => row.queue },
  {
    id: "duration",
    label: "Duration",
    width: 108,
    field: "createdAt",
    text: (row) => formatDuration(durationOf(row), "en"),
    key: durationOf,
  },
  { id: "actions", label: "Actions", width: 136, text: (row) => (row.status === "ended" ? "" : "End") },
];

/** What a search looks through. */
export function matchesText(row, text) {
  return [row.contactId, row.agentName, row.agentId, row.id, row.providerSessionId, row.queue].some((value) =>
    value.toLowerCase().includes(text),
  );
}
