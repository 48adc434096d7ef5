import { expect } from "@open-wc/testing";
import { defineElement } from "../../src/lit/define-element.js";
import { VERSION } from "../../src/platform/version.js";

const newClass = (version = VERSION) =>
  class extends HTMLElement {
    static readonly version = version;
  };

describe("defineElement", () => {
  const consoleWarn = console.warn;
  let warnings: string[];
  let tags = 0;
  const newTag = () => `define-element-test-${++tags}`;
  beforeEach(() => {
    warnings = [];
    console.warn = (message: unknown) => void warnings.push(String(message));
  });
  afterEach(() => {
    console.warn = consoleWarn;
  });

  it("registers the class", () => {
    const tag = newTag();
    const elementClass = newClass();
    defineElement(tag, elementClass);
    expect(document.createElement(tag)).to.be.instanceOf(elementClass);
    expect(warnings).to.deep.equal([]);
  });

  it("is silent for the same class and for another copy of the same version, and the first wins", () => {
    const tag = newTag();
    const first = newClass();
    defineElement(tag, first);
    defineElement(tag, first);
    defineElement(tag, newClass());
    expect(customElements.get(tag)).to.equal(first);
    expect(warnings).to.deep.equal([]);
  });

  it("warns once where another version was first, and the first wins", () => {
    const tag = newTag();
    const first = newClass("0.0.1");
    defineElement(tag, first);
    defineElement(tag, newClass());
    defineElement(tag, newClass());
    expect(customElements.get(tag)).to.equal(first);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain(`<${tag}>`).and.to.contain("0.0.1").and.to.contain(VERSION);
  });

  it("warns once where a foreign class holds the tag, and leaves it there", () => {
    const tag = newTag();
    const foreign = class extends HTMLElement {};
    customElements.define(tag, foreign);
    defineElement(tag, newClass());
    defineElement(tag, newClass());
    expect(customElements.get(tag)).to.equal(foreign);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain("another library");
  });

  it("warns and does not throw where the class serves another tag already", () => {
    const elementClass = newClass();
    defineElement(newTag(), elementClass);
    const tag = newTag();
    defineElement(tag, elementClass);
    expect(customElements.get(tag)).to.equal(undefined);
    expect(warnings).to.have.length(1);
  });
});
