/** The server's side of the protocol, of one making, for tests in Node: see protocol.mjs. */
export { createEndpoint } from "../../../demo/server/endpoint.js";
export { LargeFloor } from "../../../demo/server/memory/large-floor.js";
export { MemoryRepository } from "../../../demo/server/memory/memory-repository.js";
export { memoryDataSource } from "../../../src/sources/memory/memory-data-source.js";
export { FakeEnvironment } from "../fake-environment.js";
