import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../scripts/lib/process.mjs";

/**
 * A plugin for Web Test Runner that has the tests told as skipped. One that does not exist fails the run, so that the
 * list keeps nothing that was renamed or removed.
 *
 * @param {readonly { file: string, test: string, reason: string }[]} list
 */
export function leaveOut(list) {
  const gone = list.find(({ file }) => !existsSync(join(ROOT, file)));
  if (gone) throw new Error(`To leave out "${gone.test}": there is no ${gone.file}`);
  return {
    name: "leave-out",
    transform({ path, body }) {
      const titles = list.filter(({ file }) => path === `/${file}`).map(({ test }) => test);
      if (titles.length === 0) return undefined;
      // On the first line, so that all lines keep their numbers.
      return `import { skipTests } from "/test/engines/skip-tests.mjs"; skipTests(${JSON.stringify(titles)}); ${body}`;
    },
  };
}
