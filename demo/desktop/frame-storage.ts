/** What the tracker asks of a storage. */
interface FrameStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/**
 * Where this desktop keeps its conversation across a reload. A real desktop is a page of its own and has
 * sessionStorage; here it is a frame of another site, and some browsers give those none. A frame's name outlives its
 * documents, and takes any text.
 */
export function frameStorage(): "session" | FrameStorage {
  try {
    sessionStorage.getItem("");
    return "session";
  } catch {
    return { getItem: (key) => read()[key] ?? null, setItem: write, removeItem: (key) => write(key, undefined) };
  }
}

function read(): Record<string, string | undefined> {
  try {
    return JSON.parse(window.name) as Record<string, string | undefined>;
  } catch {
    return {};
  }
}

function write(key: string, value: string | undefined): void {
  window.name = JSON.stringify({ ...read(), [key]: value });
}
