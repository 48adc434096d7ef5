import { expect, fixture, html } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import type { LifecycleSettings } from "../../../src/domain/session/lifecycle.js";
import { inputOf, textsOf, type } from "../../support/lifecycle.js";
import { buttonOf, shown } from "../../support/table.js";

async function inForm(attributes: { value?: LifecycleSettings; name?: string; disabled?: boolean } = {}) {
  const form = await fixture<HTMLFormElement>(
    html`<form>
      <fieldset ?disabled=${attributes.disabled ?? false}>
        <transfer-lifecycle-settings
          name=${attributes.name ?? "ttl"}
          .value=${attributes.value}
        ></transfer-lifecycle-settings>
      </fieldset>
    </form>`,
  );
  const element = form.querySelector("transfer-lifecycle-settings")!;
  await shown(element);
  return { form, element };
}
const entries = (form: HTMLFormElement) => Object.fromEntries(new FormData(form));

describe("transfer-lifecycle-settings in a form", () => {
  it("sends one entry for each channel, under its name", async () => {
    const { form, element } = await inForm({ value: { chat: 2 } });
    expect(element.form).to.equal(form);
    expect(buttonOf(element, "Save"), "the form's own button does it").to.equal(undefined);
    await type(element, "email", "60");
    expect(entries(form)).to.deep.equal({
      "ttl.chat": "2",
      "ttl.messaging": "30",
      "ttl.email": "60",
      "ttl.campaign": "60",
      "ttl.voice": "0",
    });
  });

  it("sends nothing without a name, or disabled", async () => {
    expect(entries((await inForm({ name: "" })).form)).to.deep.equal({});
    const { form, element } = await inForm({ disabled: true });
    expect(entries(form)).to.deep.equal({});
    expect(inputOf(element, "chat").disabled).to.equal(true);
  });

  it("takes part in validation", async () => {
    const { form, element } = await inForm();
    expect(form.checkValidity()).to.equal(true);
    for (const [text, flag] of [
      ["", "valueMissing"],
      ["x", "badInput"],
      ["99999", "rangeOverflow"],
    ] as const) {
      await type(element, "campaign", text);
      expect(element.validity[flag], flag).to.equal(true);
      expect(element.validationMessage).not.to.equal("");
      expect(form.checkValidity()).to.equal(false);
    }
    element.reportValidity();
    await shown(element);
    expect(inputOf(element, "campaign").getAttribute("aria-invalid")).to.equal("true");
    expect(element.shadowRoot!.activeElement).to.equal(inputOf(element, "campaign"));
  });

  it("goes back on reset", async () => {
    const { form, element } = await inForm({ value: { chat: 2 } });
    await type(element, "chat", "x");
    form.reset();
    await shown(element);
    expect(inputOf(element, "chat").value).to.equal("2");
    expect(form.checkValidity()).to.equal(true);
  });

  it("submits the form on Enter", async () => {
    const { form, element } = await inForm();
    let submitted = 0;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      submitted++;
    });
    inputOf(element, "chat").focus();
    await sendKeys({ press: "Enter" });
    expect(submitted).to.equal(1);
  });

  it("takes back what the browser kept", async () => {
    const { element } = await inForm();
    const state = new FormData();
    state.append("chat", "7");
    state.append("email", "oops");
    element.formStateRestoreCallback(state);
    for (const odd of [null, "x", 7]) element.formStateRestoreCallback(odd);
    await shown(element);
    expect(textsOf(element)).to.include({ chat: "7", email: "oops" });
  });
});
