import type { LifecycleStrings } from "../../i18n/lifecycle-strings.js";
import type { Words } from "../../lit/controllers/localize-controller.js";
import type { LifecycleEditor, LifecycleEditorState } from "../../stores/lifecycle/lifecycle-editor.js";

/** Everything that the views show. Made once per update. */
export interface LifecycleModel {
  readonly words: Words<LifecycleStrings>;
  /** What stands in the fields, and how loading and saving go. */
  readonly edit: LifecycleEditorState;
  /** What is shown below the title. */
  readonly body: "unconnected" | "loading" | "failed" | "form";
  /** Channels whose problems are told: those that a person has left once, all after an attempt to save. */
  readonly told: ReadonlySet<string>;
  /** Saves through a source, and so has a Save of its own. */
  readonly savesItself: boolean;
  readonly disabled: boolean;
  /** Neither a source nor a form would take what is typed. */
  readonly readOnly: boolean;
  readonly announcement: string;
}

/** What the model has besides what the editor knows. */
type Besides = Pick<LifecycleModel, "words" | "told" | "savesItself" | "disabled" | "announcement"> & {
  readonly hasSource: boolean;
  /** What is typed is part of a form. */
  readonly isField: boolean;
};

export function lifecycleModelOf(editor: LifecycleEditor, besides: Besides): LifecycleModel {
  const { hasSource, isField, ...rest } = besides;
  const edit = editor.state;
  const body = hasSource || isField ? bodyOf(editor, edit) : "unconnected";
  return { ...rest, edit, body, readOnly: !rest.savesItself && !isField };
}

function bodyOf({ loaded }: LifecycleEditor, edit: LifecycleEditorState): LifecycleModel["body"] {
  if (loaded) return "form";
  if (edit.phase === "loading") return "loading";
  return edit.loadError !== undefined && !edit.dirty ? "failed" : "form";
}
