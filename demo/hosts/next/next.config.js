/** Pages made at build time: a server renders them just the same. */
export default { output: "export", turbopack: { root: import.meta.dirname } };
