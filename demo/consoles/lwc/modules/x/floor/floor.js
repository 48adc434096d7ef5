import { LightningElement } from "lwc";
import { floor } from "../../../../lib/floor.js";
import { StandInSdk } from "../../../../lib/stand-in-sdk.js";

/** A table, details in a dialog of the page's own, and a tracker: all foreign to LWC, hence `lwc:external`. */
export default class Floor extends LightningElement {
  source = floor(200);
  sdk = new StandInSdk();
  told = "";

  // LWC spells no event with a hyphen in a template; by `lwc:on` it takes any name.
  tableEvents = {
    "transfer-session-open": (event) => {
      event.preventDefault();
      this.refs.details.session = event.session;
      this.refs.details.show();
    },
    "transfer-session-ended": ({ session }) => {
      this.told = `Ended ${session.contactId}`;
    },
  };

  trackerEvents = {
    "internal-transfer": () => {
      this.told = this.sdk.heard.join(", ");
    },
  };

  showMany() {
    this.source = floor(10_000);
  }

  connect() {
    this.sdk.connect();
  }

  joinAna() {
    this.refs.tracker.agentJoined({ identity: "ana", name: "Ana" });
  }

  joinBen() {
    this.refs.tracker.agentJoined({ identity: "ben", name: "Ben" });
  }

  leaveBen() {
    this.refs.tracker.agentLeft("ben");
  }

  endConversation() {
    this.refs.tracker.conversationEnded();
  }
}
