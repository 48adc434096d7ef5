import { waitUntil } from "@open-wc/testing";

/** Waits until something is so, as long as a slow or shared machine may take; by itself `waitUntil` gives up after 1 s. */
export const until = (isSo: () => unknown, what?: string): Promise<void> => waitUntil(isSo, what, { timeout: 20_000 });
