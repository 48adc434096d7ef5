import { httpDataSource } from "../../../src/sources/http.js";
import { dataSourceContract } from "../../../src/testing.js";
import { ScriptedServer } from "../../support/http/scripted-server.js";

dataSourceContract("httpDataSource", async () => {
  const server = new ScriptedServer();
  await server.floor();
  return httpDataSource({ url: server.url });
});

dataSourceContract("a plain object with nothing but list", () => ({ list: () => Promise.resolve([]) }));
