import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "../../../lit/repeat.js";
import type { Sort } from "../../../domain/query/query.js";
import { closeIcon, downIcon, upIcon } from "../../shared/icons.js";
import { clip } from "../../shared/clip.js";
import { columnLabel } from "../columns/column-set.js";
import type { TableColumn } from "../rows/row-model.js";
import type { TableIntents } from "../table-intents.js";
import type { TableModel } from "../table-model.js";
import { readNamed } from "../toolbar/view-storage.js";
import { isComposing } from "../../shared/keys.js";

const DENSITIES = ["comfortable", "compact"] as const;

const DIRECTIONS = ["ascending", "descending"] as const;

/** Selection, export, sort, density, columns and saved views: also what headers are for where rows are cards. */
export function moreMenu(model: TableModel, intents: TableIntents): TemplateResult {
  const { strings, view, viewKey, selection } = model;
  return html`
    <button
      type="button"
      class="button quiet"
      aria-pressed=${selection.all === true ? "true" : "false"}
      @click=${() => intents.selectAll()}
    >
      ${strings.selectAll}
    </button>
    <button type="button" class="button quiet" @click=${() => intents.exportCsv()}>${strings.exportCsv}</button>
    ${sortChoice(model, intents)}
    <fieldset>
      <legend>${strings.density}</legend>
      ${DENSITIES.map(
        (density) =>
          html`<label class="choice"
            ><input
              class="check"
              type="radio"
              name="density"
              .checked=${(view.density ?? "comfortable") === density}
              @change=${() => intents.changeView({ density })} /><span
              class="choice-label"
              .textContent=${strings.densities[density] ?? density}
            ></span
          ></label>`,
      )}
    </fieldset>
    ${columnChoice(model, intents)} ${viewKey === undefined ? nothing : savedViews(model, intents, viewKey)}
  `;
}

function sortChoice({ strings, view, columns }: TableModel, intents: TableIntents): TemplateResult {
  const [first, ...further] = view.sort ?? [];
  const by = (id: string) => {
    const level: Sort = { by: id, direction: first?.direction ?? "ascending" };
    intents.changeView({ sort: id === "" ? undefined : [level] });
  };
  const options = [...columns.all.values()].filter(({ id, sortable }) => sortable || id === first?.by);
  return html`<fieldset>
    <legend>${strings.sortBy}</legend>
    <div class="sort-choice">
      <select
        class="input"
        aria-label=${strings.sortBy}
        @change=${(event: Event) => by((event.target as HTMLSelectElement).value)}
      >
        <option value="" .selected=${!first}>${strings.sourceOrder}</option>
        ${repeat(
          options,
          ({ id }) => id,
          (column) =>
            html`<option value=${column.id} .selected=${column.id === first?.by}>
              ${clip(columnLabel(column, strings.columns))}
            </option>`,
        )}
      </select>
    </div>
    ${DIRECTIONS.map(
      (direction) =>
        html`<label class="choice" ?data-off=${!first}
          ><input
            class="check"
            type="radio"
            name="direction"
            ?disabled=${!first}
            .checked=${first?.direction === direction}
            @change=${() => first && intents.changeView({ sort: [{ by: first.by, direction }, ...further] })} /><span
            class="choice-label"
            .textContent=${strings.directions[direction] ?? direction}
          ></span
        ></label>`,
    )}
  </fieldset>`;
}

function columnChoice({ strings, columns: { all, shown } }: TableModel, intents: TableIntents): TemplateResult {
  const ids = shown.map(({ id }) => id);
  const others = [...all.values()].filter(({ id }) => !ids.includes(id));
  const move = (from: number, to: number) => {
    const next = [...ids];
    next.splice(to, 0, ...next.splice(from, 1));
    intents.changeView({ columns: next });
  };
  const choice = (column: TableColumn, place: number) => {
    const label = columnLabel(column, strings.columns);
    const isShown = place >= 0;
    return html`<div class="column-choice">
      <label class="choice"
        ><input
          class="check"
          type="checkbox"
          .checked=${isShown}
          ?disabled=${isShown && ids.length === 1}
          @change=${() => intents.changeView({ columns: isShown ? ids.filter((id) => id !== column.id) : [...ids, column.id] })} /><span
          class="choice-label"
          .textContent=${clip(label)}
        ></span></label
      >${
        isShown
          ? html`<button
                type="button"
                class="button quiet icon-only"
                aria-label=${strings.moveUp(label)}
                ?disabled=${place === 0}
                @click=${() => move(place, place - 1)}
              >
                ${upIcon}</button
              ><button
                type="button"
                class="button quiet icon-only"
                aria-label=${strings.moveDown(label)}
                ?disabled=${place === ids.length - 1}
                @click=${() => move(place, place + 1)}
              >
                ${downIcon}
              </button>`
          : nothing
      }
    </div>`;
  };
  return html`<fieldset>
    <legend>${strings.showColumns}</legend>
    ${repeat(
      [...shown, ...others],
      ({ id }) => id,
      (column) => choice(column, ids.indexOf(column.id)),
    )}
    <button
      type="button"
      class="button quiet"
      @click=${() => intents.changeView({ columns: undefined, widths: undefined })}
    >
      ${strings.resetColumns}
    </button>
  </fieldset>`;
}

function savedViews({ strings }: TableModel, intents: TableIntents, key: string): TemplateResult {
  // No form: a sandboxed frame submits none.
  const save = (event: Event) => {
    const input = (event.currentTarget as Element).parentElement!.querySelector("input")!;
    const name = input.value.trim();
    if (name === "") return;
    if (intents.saveView(name)) input.value = "";
  };
  return html`<fieldset>
    <legend>${strings.savedViews}</legend>
    ${repeat(
      readNamed(key),
      ([name]) => name,
      ([name, saved]) =>
        html`<div class="column-choice">
          <button
            type="button"
            class="button quiet choice-label"
            aria-label=${strings.applyView(name)}
            @click=${() => intents.applyView(saved)}
          >
            ${clip(name)}</button
          ><button
            type="button"
            class="button quiet icon-only"
            aria-label=${strings.forgetView(name)}
            @click=${() => intents.forgetView(name)}
          >
            ${closeIcon}
          </button>
        </div>`,
    )}
    <div class="column-choice">
      <input
        class="input"
        @keydown=${(event: KeyboardEvent) => event.key === "Enter" && !isComposing(event) && save(event)}
        type="text"
        autocomplete="off"
        maxlength="60"
        aria-label=${strings.viewName}
        placeholder=${strings.viewName}
      />
      <button type="button" class="button" @click=${save}>${strings.saveView}</button>
    </div>
  </fieldset>`;
}
