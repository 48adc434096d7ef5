/**
 * Stands in for an agent-assist SDK: says ON_SOCKET_CONNECTION when its socket comes up, keeps what it hears. With private
 * fields, as a real one may have: called through a proxy it throws.
 */
export class StandInSdk {
  #listeners = new Set();
  #heard = [];

  /** `warm entry ana`, in the order in which it was heard. */
  get heard() {
    return [...this.#heard];
  }

  on(name, listener) {
    if (name === "ON_SOCKET_CONNECTION") this.#listeners.add(listener);
  }

  off(_name, listener) {
    this.#listeners.delete(listener);
  }

  internalTransfer({ transfertype, transition, participant }) {
    this.#heard.push(`${transfertype} ${transition} ${participant.identity}`);
  }

  connect() {
    for (const listener of this.#listeners) listener({});
  }
}
