import type { Connect } from "vite";

const VIEW = {
  sort: [
    { by: "status", direction: "ascending" },
    { by: "duration", direction: "descending" },
  ],
};

/** By path: what the frames of framed.html are told. All but who may hold them, which depends on the port. */
const CONFIGS: Readonly<Record<string, object>> = {
  "/embed/sessions.json": { page: "floor", src: "host", view: VIEW, attention: { waitingWarning: 120 } },
  "/embed/conversation.json": { page: "tracker", src: "host" },
};

/** Answers with the configurations of the frames in framed.html. */
export const embedConfigs: Connect.NextHandleFunction = (request, response, next) => {
  const config = CONFIGS[request.url?.split("?", 1)[0] ?? ""];
  if (!config) return next();
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify({ ...config, origins: originsOf(request.headers.host ?? "") }));
};

/** Of the page around: the frames are at widgets.localhost where that is at a name of this machine. */
function originsOf(host: string): readonly string[] {
  const apart = host.startsWith("widgets.") ? host.slice("widgets.".length) : undefined;
  return apart === undefined
    ? [`http://${host}`]
    : [`http://${apart}`, `http://${apart.replace("localhost", "127.0.0.1")}`];
}
