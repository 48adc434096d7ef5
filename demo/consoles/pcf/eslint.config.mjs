// pcf-scripts runs ESLint before it builds. What is here is linted with the rest of the project.
export default [{ ignores: ["**"] }];
