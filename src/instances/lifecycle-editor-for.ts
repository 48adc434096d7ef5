import { browserEnvironment } from "../platform/browser-environment.js";
import { LifecycleEditor } from "../stores/lifecycle/lifecycle-editor.js";

/** An editor of lifecycle settings for one element: what is typed belongs to the element and is shared with none. */
export function lifecycleEditorFor(onChange: () => void): LifecycleEditor {
  return new LifecycleEditor({ timers: browserEnvironment.timers, onChange });
}
