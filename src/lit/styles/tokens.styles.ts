import { css } from "lit";

/**
 * Design tokens. Hosts set the public `--handoff-*`; the elements read only the private `--_*`, so that every token has
 * one default and one place. Light and dark follow the page's `color-scheme`.
 */
export const tokens = css`
  :host {
    --_font: var(--handoff-font, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif);
    --_font-mono: var(--handoff-font-mono, ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace);

    --_surface: var(--handoff-surface, light-dark(#ffffff, #15181c));
    --_subtle: var(--handoff-subtle, light-dark(#f5f6f8, #1c2025));
    --_hover: var(--handoff-hover, light-dark(#eef4fc, #1c232c));
    --_border: var(--handoff-border, light-dark(#dfe3e8, #30363d));
    --_border-strong: var(--handoff-border-strong, light-dark(#868f99, #6e7781));
    --_text: var(--handoff-text, light-dark(#1a1f25, #e7eaee));
    --_muted: var(--handoff-muted, light-dark(#57606a, #9da7b1));
    --_accent: var(--handoff-accent, light-dark(#0a5fc4, #6db3ff));
    --_on-accent: var(--handoff-on-accent, light-dark(#ffffff, #0b1622));
    --_danger: var(--handoff-danger, light-dark(#b42318, #ff9189));
    --_danger-fill: var(--handoff-danger-fill, light-dark(#b42318, #ff9189));
    --_on-danger: var(--handoff-on-danger, light-dark(#ffffff, #2b0b08));
    --_changed: var(--handoff-changed, light-dark(#fff6d6, #2c2815));

    --_pending-bg: var(--handoff-pending-bg, light-dark(#fff3d1, #3b2d0a));
    --_pending: var(--handoff-pending, light-dark(#7a4a00, #ffd479));
    --_queued-bg: var(--handoff-queued-bg, light-dark(#efe8ff, #2b2150));
    --_queued: var(--handoff-queued, light-dark(#5630b3, #cdbbff));
    --_active-bg: var(--handoff-active-bg, light-dark(#daf5e2, #11351f));
    --_active: var(--handoff-active, light-dark(#0f5f2c, #86e3a6));
    --_post-agent-bg: var(--handoff-post-agent-bg, light-dark(#dcf2fb, #0d3443));
    --_post-agent: var(--handoff-post-agent, light-dark(#0a5270, #86d6f6));
    --_ended-bg: var(--handoff-ended-bg, light-dark(#eaedf0, #272c32));
    --_ended: var(--handoff-ended, light-dark(#48525c, #aeb8c2));
    --_critical-bg: var(--handoff-critical-bg, light-dark(#ffe4e0, #4a1713));
    --_critical: var(--handoff-critical, light-dark(#9a1b12, #ffb4ac));
    --_warning: var(--handoff-warning, light-dark(#7a4a00, #ffd479));

    --_radius-l: var(--handoff-radius-l, 10px);
    --_radius-m: var(--handoff-radius-m, 8px);
    --_radius-s: var(--handoff-radius-s, 6px);
    --_shadow: var(--handoff-shadow, 0 8px 28px light-dark(#1a1f2533, #000000a6));
  }

  @media (prefers-contrast: more) {
    :host {
      --_border: var(--handoff-border, light-dark(#57606a, #9da7b1));
      --_border-strong: var(--handoff-border-strong, light-dark(#1a1f25, #e7eaee));
      --_muted: var(--handoff-muted, light-dark(#3b434b, #c6ced6));
    }
  }
`;
