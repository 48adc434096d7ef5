import { setCustomElementsManifest, type Preview } from "@storybook/web-components-vite";
import { html } from "lit";
import manifest from "../custom-elements.json";
import "../src/define.js";
import "./preview.css";

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ["autodocs"],
  parameters: {
    layout: "fullscreen",
    controls: { expanded: true },
    // A finding is an error, so that a story with one is seen at once.
    a11y: { test: "error" },
    options: { storySort: { order: ["Introduction", "*"] } },
  },
  globalTypes: {
    scheme: {
      description: "Colour scheme",
      toolbar: {
        title: "Scheme",
        icon: "contrast",
        dynamicTitle: true,
        items: [
          { value: "system", title: "System" },
          { value: "light", title: "Light" },
          { value: "dark", title: "Dark" },
        ],
      },
    },
    direction: {
      description: "Direction of writing",
      toolbar: {
        title: "Direction",
        icon: "transfer",
        dynamicTitle: true,
        items: [
          { value: "ltr", title: "Left to right" },
          { value: "rtl", title: "Right to left" },
        ],
      },
    },
    container: {
      description: "Width of the container",
      toolbar: {
        title: "Container",
        icon: "mobile",
        dynamicTitle: true,
        items: [
          { value: "full", title: "Full width" },
          { value: "wide", title: "1100 px" },
          { value: "tablet", title: "700 px" },
          { value: "phone", title: "380 px" },
        ],
      },
    },
  },
  initialGlobals: { scheme: "system", direction: "ltr", container: "full" },
  decorators: [
    (story, { globals }) => {
      document.documentElement.dataset.scheme = String(globals.scheme);
      document.documentElement.dir = globals.direction === "rtl" ? "rtl" : "ltr";
      return html`<div class="story-container ${globals.container}">${story()}</div>`;
    },
  ],
};

export default preview;
