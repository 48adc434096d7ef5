import { expect } from "@open-wc/testing";
import type { ReactiveControllerHost } from "lit";
import type { AlertDevice } from "../../../src/elements/transfer-sessions-summary/alerts/alert-device.js";
import { AlertsController } from "../../../src/elements/transfer-sessions-summary/alerts/alerts-controller.js";
import type { AttentionNews } from "../../../src/stores/attention/attention-monitor.js";
import { FakeEnvironment } from "../../support/fake-environment.js";

class FakeDevice implements AlertDevice {
  permission: AlertDevice["permission"] = "default";
  answer = true;
  asked = 0;
  prepared = 0;
  beeps = 0;
  readonly shown: string[] = [];
  ask = async () => {
    this.asked++;
    this.permission = this.answer ? "granted" : "denied";
    return this.answer;
  };
  notify = (title: string, body: string) => void this.shown.push(`${title}: ${body}`);
  prepareSound = () => void this.prepared++;
  beep = () => void this.beeps++;
}

const host: ReactiveControllerHost = {
  addController() {},
  removeController() {},
  requestUpdate() {},
  updateComplete: Promise.resolve(true),
};

const news = (id: string): AttentionNews => ({
  session: { id, provider: "genesys", channel: "chat", status: "queued", contactId: "a-person" },
  attention: { rule: "waiting-critical", level: "critical" },
});

function make() {
  const device = new FakeDevice();
  const environment = new FakeEnvironment();
  const alerts = new AlertsController(host, {
    device,
    describe: (list) => ({ title: `${list.length} need attention`, body: "waiting too long" }),
  });
  return { device, environment, alerts, take: (...ids: string[]) => alerts.take(ids.map(news), environment) };
}

describe("alerts for what newly needs attention", () => {
  it("are off, and ask for nothing by themselves", async () => {
    const { device, environment, take } = make();
    take("a");
    await environment.pass(10_000);
    expect([device.asked, device.prepared, device.beeps, device.shown.length]).to.deep.equal([0, 0, 0, 0]);
    expect(environment.timerCount).to.equal(0);
  });

  it("notify once for what comes together, after a click and with permission", async () => {
    const { device, environment, alerts, take } = make();
    await alerts.toggleNotifications();
    expect([device.asked, alerts.notifies]).to.deep.equal([1, true]);
    take("a");
    take("b", "c");
    await environment.pass(1_000);
    expect(device.shown).to.deep.equal(["3 need attention: waiting too long"]);
    expect(device.beeps).to.equal(0);
    await alerts.toggleNotifications();
    take("d");
    await environment.pass(10_000);
    expect(device.shown).to.have.length(1);
  });

  it("stay off where the person says no", async () => {
    const { device, alerts } = make();
    device.answer = false;
    await alerts.toggleNotifications();
    expect(alerts.notifies).to.equal(false);
  });

  it("sound after a click, which lets the person hear it", async () => {
    const { device, environment, alerts, take } = make();
    alerts.toggleSound();
    expect([device.prepared, device.beeps]).to.deep.equal([1, 1]);
    take("a", "b");
    await environment.pass(1_000);
    expect([device.beeps, device.shown.length]).to.deep.equal([2, 0]);
  });

  it("come at once while the page is hidden, whose timers may take a minute", async () => {
    const { device, environment, alerts, take } = make();
    await alerts.toggleNotifications();
    take("a");
    environment.visible.set(false);
    take("b");
    expect(device.shown).to.deep.equal(["2 need attention: waiting too long"]);
    await environment.pass(10_000);
    expect(device.shown).to.have.length(1);
  });

  it("forget what they gathered when the element leaves", async () => {
    const { device, environment, alerts, take } = make();
    alerts.toggleSound();
    take("a");
    alerts.hostDisconnected();
    await environment.pass(10_000);
    expect(device.beeps).to.equal(1);
    expect(environment.timerCount).to.equal(0);
  });
});
