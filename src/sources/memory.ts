export { memoryDataSource, type MemoryDataSource, type MemoryDataSourceOptions } from "./memory/memory-data-source.js";
