import { expect, fixture, html } from "@open-wc/testing";
import { render } from "lit";
import { keepIfSame } from "../../src/platform/keep-if-same.js";
import { whenChanged } from "../../src/lit/when-changed.js";

interface Model {
  readonly list: readonly string[];
  readonly count: number;
  readonly name?: string | undefined;
}

describe("keepIfSame", () => {
  const list = ["a"];
  const before: Model = { list, count: 1 };

  it("gives the earlier object while all fields are the very same", () => {
    expect(keepIfSame(before, { list, count: 1 })).to.equal(before);
  });

  it("gives the later one where a field has another value, or is there in one of them only", () => {
    for (const after of [
      { list: ["a"], count: 1 },
      { list, count: 2 },
      { list, count: 1, name: undefined },
    ]) {
      expect(keepIfSame<Model>(before, after)).to.equal(after);
      expect(keepIfSame<Model>(after, before)).to.equal(before);
    }
  });

  it("gives the first one as it is", () => {
    expect(keepIfSame(undefined, before)).to.equal(before);
  });

  it("takes a number that is none for the same", () => {
    const none = { count: Number.NaN };
    expect(keepIfSame(none, { count: Number.NaN })).to.equal(none);
  });
});

describe("whenChanged", () => {
  it("draws when a field has changed, and only then", async () => {
    const box = await fixture<HTMLElement>(html`<p></p>`);
    let drawn = 0;
    const draw = (name: string, count: number) =>
      render(
        whenChanged({ name, count }, (model) => {
          drawn++;
          return `${model.name} ${model.count}`;
        }),
        box,
      );
    draw("a", 1);
    draw("a", 1);
    expect(drawn).to.equal(1);
    draw("a", 2);
    expect(box.textContent).to.equal("a 2");
    draw("b", 2);
    expect(box.textContent).to.equal("b 2");
    expect(drawn).to.equal(3);
  });
});
