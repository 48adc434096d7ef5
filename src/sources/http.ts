export { httpDataSource, type HttpDataSource } from "./http/http-data-source.js";
export type { EndpointPart } from "./http/endpoint.js";
export type { HttpDataSourceOptions } from "./http/options.js";
