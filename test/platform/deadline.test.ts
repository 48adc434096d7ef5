import { expect } from "@open-wc/testing";
import { withDeadline } from "../../src/platform/deadline.js";
import { FakeEnvironment, settled } from "../support/fake-environment.js";

/** What a promise came to, once it has. */
function follow<T>(promise: Promise<T>): { value?: T; error?: unknown } {
  const outcome: { value?: T; error?: unknown } = {};
  promise.then(
    (value) => (outcome.value = value),
    (error: unknown) => (outcome.error = error),
  );
  return outcome;
}

/** A signal that counts who listens to it. */
class CountedSignal extends EventTarget {
  aborted = false;
  reason: unknown = undefined;
  listeners = 0;

  override addEventListener(...given: Parameters<EventTarget["addEventListener"]>): void {
    this.listeners++;
    super.addEventListener(...given);
  }

  override removeEventListener(...given: Parameters<EventTarget["removeEventListener"]>): void {
    this.listeners--;
    super.removeEventListener(...given);
  }

  get signal(): AbortSignal {
    return this as unknown as AbortSignal;
  }
}

const late = () => "late";

describe("withDeadline", () => {
  let world: FakeEnvironment;

  beforeEach(() => {
    world = new FakeEnvironment();
  });

  it("gives what the work gives, a plain value too", async () => {
    const options = { timers: world.timers, limit: 5, late };
    expect(await withDeadline(async () => 1, options)).to.equal(1);
    expect(await withDeadline(() => 2, options)).to.equal(2);
  });

  it("fails as the work fails, also where it throws at once", async () => {
    const options = { timers: world.timers, limit: 5, late };
    const rejected = follow(withDeadline(() => Promise.reject("no"), options));
    const threw = follow(
      withDeadline(() => {
        throw "at once";
      }, options),
    );
    await settled();
    expect([rejected.error, threw.error]).to.deep.equal(["no", "at once"]);
  });

  it("ends work that never settles when the time is up, and tells it", async () => {
    let given: AbortSignal | undefined;
    const outcome = follow(
      withDeadline(
        (signal) => {
          given = signal;
          return new Promise(() => {});
        },
        { timers: world.timers, limit: 5, late },
      ),
    );
    await world.pass(4);
    expect(outcome).to.deep.equal({});
    await world.pass(1);
    expect(outcome).to.deep.equal({ error: "late" });
    expect(given!.aborted).to.equal(true);
    expect(given!.reason).to.equal("late");
  });

  it("says that it was late, even where the work answers its abort at once", async () => {
    const outcome = follow(
      withDeadline(
        (signal) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener("abort", () => reject("aborted"));
          }),
        { timers: world.timers, limit: 5, late },
      ),
    );
    await world.pass(5);
    expect(outcome).to.deep.equal({ error: "late" });
  });

  it("ends the work when the caller aborts, with the caller's reason or another", async () => {
    for (const [aborted, error] of [
      [undefined, "gone"],
      [({ reason }: AbortSignal) => `was ${String(reason)}`, "was gone"],
    ] as const) {
      const controller = new AbortController();
      let given: AbortSignal | undefined;
      const outcome = follow(
        withDeadline(
          (signal) => {
            given = signal;
            return new Promise(() => {});
          },
          { timers: world.timers, limit: 5, late, caller: controller.signal, ...(aborted && { aborted }) },
        ),
      );
      controller.abort("gone");
      await settled();
      expect(outcome).to.deep.equal({ error });
      expect(given!.aborted).to.equal(true);
    }
  });

  it("does not begin where the caller has gone", async () => {
    let began = false;
    const outcome = follow(
      withDeadline(
        () => {
          began = true;
        },
        { timers: world.timers, limit: 5, late, caller: AbortSignal.abort("gone") },
      ),
    );
    await settled();
    expect(outcome).to.deep.equal({ error: "gone" });
    expect(began).to.equal(false);
  });

  it("leaves neither a timer nor a listener behind", async () => {
    const caller = new CountedSignal();
    const work = withDeadline(async () => 1, { timers: world.timers, limit: 5, late, caller: caller.signal });
    expect(caller.listeners).to.equal(1);
    expect(world.timerCount).to.equal(1);
    await work;
    expect(caller.listeners).to.equal(0);
    expect(world.timerCount).to.equal(0);
  });

  it("sets no timer where there is no limit", () => {
    void withDeadline(() => new Promise(() => {}), { timers: world.timers, limit: Infinity, late });
    expect(world.timerCount).to.equal(0);
  });
});
