import { serveDataSourceIn } from "../../../src/sources/frame/serve-data-source.js";
import { frameDataSource } from "../../../src/sources/frame.js";
import type { TransferDataSource } from "../../../src/sources/data-source.js";
import { FakeEnvironment } from "../../support/fake-environment.js";

/** A page that serves a source, and as many frames as a test wants. */
export class ServingPage {
  readonly environment = new FakeEnvironment();
  readonly ports: MessagePort[] = [];
  readonly #source: TransferDataSource;

  constructor(source: TransferDataSource) {
    this.#source = source;
  }

  /** @returns the source as a frame has it, both ends of its port, and what stops serving it. */
  async frame() {
    const { port1: host, port2: port } = new MessageChannel();
    this.ports.push(host, port);
    const stop = serveDataSourceIn(this.environment, this.#source, host);
    return { source: await frameDataSource(port), stop, host, port };
  }

  close(): void {
    for (const port of this.ports) port.close();
  }
}

/** A request that nobody gives up. */
export const calm = (): { signal: AbortSignal } => ({ signal: new AbortController().signal });
