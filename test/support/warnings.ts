/**
 * Collects what the elements warn of during a suite, instead of letting it reach the console, where a warning fails
 * the run. Call it inside `describe`.
 */
export function collectWarnings(): string[] {
  const warnings: string[] = [];
  const warn = console.warn;
  before(() => {
    console.warn = (message: unknown) => void warnings.push(String(message));
  });
  beforeEach(() => void warnings.splice(0));
  after(() => {
    console.warn = warn;
  });
  return warnings;
}
