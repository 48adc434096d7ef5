// What the bundler's own minifier leaves in the files for plain pages, which nobody shortens again.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minify } from "terser";

/** Shortens each script below a folder in place. */
export async function shortenFiles(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!name.endsWith(".js")) continue;
    const file = join(folder, name);
    // By its name below the folder: the way to the project may hold any word.
    const options = { ecma: 2022, module: !/classic|locales|^embed\.js$/.test(name), compress: { passes: 2 } };
    let code = readFileSync(file, "utf8");
    // The second time sees what the first has named and put together; a third finds nothing more.
    for (let time = 0; time < 2; time++) ({ code } = await minify(code, options));
    writeFileSync(file, code);
  }
}
