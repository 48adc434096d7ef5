import type { Control } from "./server/control.js";

const ADDRESS = "/api/_control";

/** @throws Error where the endpoint cannot be reached or refuses. */
export async function getControl(): Promise<Control> {
  return read(await fetch(ADDRESS));
}

/** @returns what holds now. @throws Error where the endpoint cannot be reached or refuses. */
export async function putControl(control: Partial<Control>): Promise<Control> {
  const headers = { "Content-Type": "application/json" };
  return read(await fetch(ADDRESS, { method: "PUT", headers, body: JSON.stringify(control) }));
}

async function read(response: Response): Promise<Control> {
  if (!response.ok) throw new Error(`The control resource answered ${response.status}.`);
  return (await response.json()) as Control;
}
