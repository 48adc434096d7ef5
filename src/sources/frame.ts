export type { TransferConnection, TransferSdk } from "../domain/transfer/sdk.js";
export { frameDataSource } from "./frame/frame-data-source.js";
export { type FrameSink, frameSink } from "./frame/frame-sink.js";
export { serveDataSource } from "./frame/serve-data-source.js";
export { serveSink, type ServeSinkOptions } from "./frame/serve-sink.js";
