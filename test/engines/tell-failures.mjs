/**
 * Registers a hook for all tests of a file: of a failed comparison, only what can be sent to the runner is kept. The
 * runner sends both sides as JSON, and where that throws, as for an element, it hears nothing and waits until its time
 * is up. The message says what was compared in any case.
 */
export function tellFailures() {
  afterEach(function () {
    const { err } = this.currentTest;
    if (!err) return;
    try {
      JSON.stringify([err.actual, err.expected]);
    } catch {
      err.actual = err.expected = undefined;
    }
  });
}

/** The plugin for Web Test Runner that registers it in each test file. */
export const tellFailuresPlugin = {
  name: "tell-failures",
  transform({ path, body }) {
    if (!path.startsWith("/test/") || !path.endsWith(".test.ts")) return undefined;
    // On the first line, so that all lines keep their numbers.
    return `import { tellFailures } from "/test/engines/tell-failures.mjs"; tellFailures(); ${body}`;
  },
};
