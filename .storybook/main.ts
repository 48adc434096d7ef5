import type { StorybookConfig } from "@storybook/web-components-vite";

const config: StorybookConfig = {
  stories: ["../stories/**/*.mdx", "../stories/**/*.stories.ts"],
  addons: ["@storybook/addon-docs", "@storybook/addon-a11y"],
  framework: { name: "@storybook/web-components-vite", options: {} },
  core: { disableTelemetry: true },
  viteFinal: (vite) => {
    // The library's build settings (library mode, externals) are not those of a page.
    const { lib: _lib, rolldownOptions: _rolldownOptions, ...build } = vite.build ?? {};
    return { ...vite, build: { ...build, chunkSizeWarningLimit: 4000 } };
  },
};

export default config;
