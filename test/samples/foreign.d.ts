declare module "@amazon-connect/app";
declare module "@amazon-connect/contact";
declare module "@salesforce/resourceUrl/handoffElements";
declare module "@servicenow/ui-core";
declare module "@servicenow/ui-renderer-snabbdom";
declare module "@vitejs/plugin-vue";
declare module "lightning/platformResourceLoader";
declare module "lwc" {
  export const LightningElement: new () => object;
}
declare module "vitest";
declare module "@angular/core" {
  export function Component(options: object): (type: unknown) => void;
  export const CUSTOM_ELEMENTS_SCHEMA: object;
}
