import { expect } from "@open-wc/testing";
import { loadPane, providePane } from "../../../src/elements/agent-transfer-tracker/late-pane.js";

describe("the pane of a tracker", () => {
  it("is loaded once, and asked for again after a failure", async () => {
    let asked = 0;
    let answer: Promise<unknown> = Promise.reject(new Error("offline"));
    providePane(() => {
      asked += 1;
      return answer;
    });
    expect(asked, "nothing is loaded in advance").to.equal(0);
    loadPane();
    loadPane();
    expect(asked).to.equal(1);
    await answer.catch(() => {});
    await Promise.resolve();
    answer = Promise.resolve();
    loadPane();
    expect(asked).to.equal(2);
    await answer;
    loadPane();
    expect(asked).to.equal(2);
  });
});
