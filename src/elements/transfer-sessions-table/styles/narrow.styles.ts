import { css } from "lit";

/** Tighter, before anything has to be scrolled for. */
export const narrow = css`
  /* Tighter, before anything has to be scrolled for: texts give way, status and waiting time do not. Each width is that
   * of the columns, and 17 px for the scroll bar of a list that is longer than its place. */

  @container (inline-size < 1075px) {
    .scroller {
      --_pad: 8px;
      --_past: -5px;
      --_w-contact: 168px;
      --_w-agent: 96px;
      --_w-provider: 96px;
      --_w-channel: 96px;
      --_w-status: 118px;
      --_w-queue: 96px;
      --_w-duration: 86px;
      --_w-actions: 102px;
    }

    .grid.links {
      --_w-agent: 86px;
      --_w-provider: 86px;
      --_w-channel: 86px;
      --_w-queue: 86px;
      --_w-actions: 138px;
    }

    /* Room for the mark of a sort. */
    .column-header:not(:last-child) {
      padding-inline-end: 0;
    }

    .cell:last-child {
      padding-inline-start: 0;
    }

    .cell .button:not(.icon-only) {
      padding-inline: 5px;
    }

    /* A mark in place of the word, which is told on hover. */
    .end-failed {
      font-size: 0;
    }

    .end-failed::before {
      content: "!" / "";
      font-size: 12px;
      font-weight: 600;
    }

    .column-header[data-column="agent"] {
      inline-size: auto;
    }

    /* Over what follows, since it is there only while it is used; without a pointer it has to have a place. */
    @media (hover: hover) {
      .copy {
        position: absolute;
        z-index: 1;
        background: var(--_surface);
      }
    }

    @media (hover: none) {
      .scroller {
        --_w-contact: 204px;
      }
    }

    .skeleton-row {
      grid-template-columns:
        var(--_w-contact) 1fr 1fr 1fr var(--_w-status) 1fr
        var(--_w-duration) var(--_w-actions);
    }
  }

  @container (inline-size < 875px) {
    .scroller {
      --_pad: 6px;
      --_w-contact: 164px;
      --_w-agent: 51px;
      --_w-provider: 51px;
      --_w-channel: 51px;
      --_w-status: 114px;
      --_w-queue: 51px;
      --_w-duration: 82px;
      --_w-actions: 74px;
    }

    .grid.links {
      --_w-agent: 44px;
      --_w-provider: 44px;
      --_w-channel: 44px;
      --_w-queue: 44px;
      --_w-actions: 102px;
    }

    .column-header:last-child,
    .cell:last-child {
      padding-inline-end: 8px;
    }

    @media (hover: none) {
      .scroller {
        --_w-contact: 204px;
      }

      .grid.links {
        --_w-actions: 142px;
      }
    }
  }

  /* A word that ends a session is longer in other languages; the details have all links, and cards have room. */
  @container (640px <= inline-size < 875px) {
    .outside ~ .outside {
      display: none;
    }
  }

  /* Just above the cards there is no room for a scroll bar: a long contact gives it. */
  @container (inline-size < 655px) {
    @media (hover: hover) {
      .scroller {
        --_w-contact: 149px;
      }
    }
  }

  /* One after the other, in the place of the longest: there is no room for both. */

  @container (760px <= inline-size < 1075px) {
    .search {
      flex-basis: 128px;
      flex-grow: 0;
    }

    .pending ~ .status-line {
      visibility: hidden;
    }

    /* Told by what follows, and by the headers. */
    .notice .stale {
      display: none;
    }
  }

  /* A line of its own. */
  @container (inline-size < 760px) {
    .toolbar {
      flex-wrap: wrap;
      padding-block-end: 6px;
    }

    .search {
      flex-basis: 120px;
    }

    .pause {
      margin-inline-start: auto;
    }

    .news {
      order: 9;
      flex: 0 0 100%;
      grid-template-columns: minmax(0, 1fr);
    }

    .status-line {
      grid-column: 1;
      justify-self: start;
    }

    .pending {
      justify-self: end;
    }

    .pending ~ .notice {
      margin-inline: 0 124px;
    }
  }

  /* Many at once */

  .selected-count {
    min-block-size: 24px;
    margin-inline-end: 4px;
    font-weight: 600;
    line-height: 24px;
  }
`;
