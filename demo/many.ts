import "handoff-elements/define";
import { httpDataSource } from "../src/sources/http.js";
import { bindAppearance } from "./appearance.js";
import { readPresets } from "./presets.js";

bindAppearance(readPresets(location.search));

// The server holds them all; it filters, sorts and counts, and a page of them travels.
document.querySelector("transfer-sessions-provider")!.dataSource = httpDataSource({ url: "/many/api", queries: true });
