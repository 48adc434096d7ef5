import { failureOf } from "../../../sources/data-source.js";
import { clip } from "../../shared/clip.js";

/** What an error says, at a length that can be shown. */
export function messageOf(error: unknown): string {
  return clip(failureOf(error).message);
}
