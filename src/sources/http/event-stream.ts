import { createParser } from "eventsource-parser";

export interface EventStreamReader {
  /** @param data the lines of a message; empty for one that only says that something changed. */
  message(data: string): void;
  /** What to name on return as the last that came. */
  id(id: string): void;
  /** @param delay milliseconds that the server wants a broken stream to be left alone. */
  retry(delay: number): void;
}

/** Reads server-sent events to the end of the answer. @throws where it breaks off. */
export async function readEventStream(body: ReadableStream<Uint8Array>, reader: EventStreamReader): Promise<void> {
  const parser = createParser({
    onEvent: ({ event = "message", data }) => {
      if (event === "message") reader.message(data);
    },
    onId: (id) => reader.id(id),
    onRetry: (delay) => reader.retry(delay),
  });
  const decoder = new TextDecoder();
  const chunks = body.getReader();
  for (;;) {
    const { done, value } = await chunks.read();
    if (done) return;
    parser.feed(decoder.decode(value, { stream: true }));
  }
}
