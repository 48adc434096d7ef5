/** The package by its own name: the demo's Vite configuration points it at the sources. */
declare module "handoff-elements/define";
