import { fileURLToPath } from "node:url";
import lwc from "@lwc/rollup-plugin";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import { rollup } from "rollup";

const path = (below) => fileURLToPath(new URL(below, import.meta.url));

/** The package as it is built. */
const handoffElements = {
  name: "handoff-elements",
  resolveId: (id) => (id.startsWith("handoff-elements/") ? path(`../../../dist/${id.slice(17)}.js`) : null),
};

/** @returns {Promise<string>} the script of a page: this folder's `npm.js` or `static-resource.js`, with all in it. */
export async function bundle(entry) {
  const build = await rollup({
    input: path(entry),
    plugins: [
      handoffElements,
      lwc({
        rootDir: path("modules"),
        modules: [{ dir: path("modules") }],
        // It would look for the engine from wherever a file lies; Node finds it here.
        defaultModules: [],
        // It compiles every file as one of LWC's, and knows no private methods.
        exclude: ["**/dist/**", "**/node_modules/{lit,lit-*,@lit,@lit-labs,zod,eventsource-parser}/**"],
        enableLwcOn: true,
      }),
      nodeResolve(),
    ],
    // Those of the bundler itself are about libraries.
    onwarn: ({ plugin, message }) => plugin && console.warn(message),
  });
  const { output } = await build.generate({
    format: "es",
    inlineDynamicImports: true,
    // In development LWC calls it an error that somebody listens on its shadow root with options, though it works.
    intro: `const process = { env: { NODE_ENV: "production" } };`,
  });
  await build.close();
  return output[0].code;
}
