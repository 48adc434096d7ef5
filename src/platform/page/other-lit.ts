/**
 * Says what to do before Lit fails. It makes a policy of the name `lit-html` for Trusted Types; where another copy has
 * made it, as the page's own may have, and the page's content security policy allows no second, this module's Lit
 * throws, and the browser's message names neither the cause nor the cure. To be imported before Lit is.
 */
interface Page {
  readonly litHtmlVersions?: readonly string[];
  readonly trustedTypes?: { createPolicy(name: string, rules: object): unknown };
}

const { litHtmlVersions = [], trustedTypes } = globalThis as Page;

if (trustedTypes && litHtmlVersions.length > 0) {
  try {
    trustedTypes.createPolicy("lit-html", {});
  } catch {
    console.warn(
      "handoff-elements: a second Lit needs \"trusted-types lit-html 'allow-duplicates'\" in the policy of the page.",
    );
  }
}
