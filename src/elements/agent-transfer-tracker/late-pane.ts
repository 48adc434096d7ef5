let load: (() => Promise<unknown>) | undefined;
let loading: Promise<unknown> | undefined;

/**
 * Says how to load and register `<transfer-json-pane>`, which shows the payload of an event. An element knows no other
 * element; what registers the tags does.
 */
export function providePane(loadPane: () => Promise<unknown>): void {
  load = loadPane;
}

/**
 * Loads the pane, once. Called with the first event, before a person can open it: a tracker that waits for its
 * conversation pays nothing for it.
 */
export function loadPane(): void {
  loading ??= load?.().catch(() => {
    // The next event tries again.
    loading = undefined;
  });
}
