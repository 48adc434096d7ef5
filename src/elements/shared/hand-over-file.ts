import { TransferExportEvent } from "../../events/export-event.js";
import type { CommonStrings } from "../../i18n/common-strings.js";
import { download } from "../../platform/page/download.js";
import { viewOf } from "../../platform/page/nodes.js";

/**
 * Gives a file that a person asked for to the host, or else to the browser.
 *
 * @returns what to tell the person; nothing where the host has taken it, and tells what it does.
 */
export function handOverFile(host: HTMLElement, blob: Blob, filename: string, common: CommonStrings): string {
  if (!host.dispatchEvent(new TransferExportEvent(blob, filename))) return "";
  download(blob, filename, host);
  const said = common.downloading(filename);
  // No page hears whether a download was allowed. In a sandboxed frame, which is of no origin, it mostly is not.
  return viewOf(host).origin === "null" ? `${said}. ${common.downloadMayBeForbidden}` : said;
}
