import { fileURLToPath } from "node:url";

/** One classic script of an entry below bench/, as a page would load it in production. */
export async function bundle(entry) {
  const { build } = await import("esbuild");
  const result = await build({
    entryPoints: [fileURLToPath(new URL(`../${entry}`, import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2022",
    tsconfig: fileURLToPath(new URL("../../tsconfig.json", import.meta.url)),
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  return result.outputFiles[0].text;
}
