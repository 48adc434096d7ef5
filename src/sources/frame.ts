export { frameDataSource } from "./frame/frame-data-source.js";
export { type FrameSink, frameSink } from "./frame/frame-sink.js";
export { serveDataSource } from "./frame/serve-data-source.js";
export { type ServedSink, serveSink, type ServeSinkOptions } from "./frame/serve-sink.js";
