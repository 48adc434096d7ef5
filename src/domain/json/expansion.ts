import { addressKey, type Address, type AddressStep, type JsonTree } from "./tree.js";

/** What a person opened or closed at one place, and below it. */
export interface Branch {
  open: boolean | undefined;
  /** For a long string: all of it is shown. */
  full: boolean;
  readonly below: Map<string | number, Branch>;
}

function stepKey(step: AddressStep): string | number {
  return step.occurrence > 0 ? addressKey([step]) : step.key;
}

/**
 * Which containers are open: all above a depth, except what a person opened or closed. Kept by address and not by
 * node, so that it outlives the document: a newer one opens in the same places.
 */
export class Expansion {
  /** Containers above this depth are open: 0 shows the root alone, 1 its children, `Infinity` everything. */
  depth: number;
  root: Branch = emptyBranch();

  constructor(depth: number) {
    this.depth = depth;
  }

  /** Opens everything above a depth and forgets what was opened or closed by hand. */
  setDepth(depth: number): void {
    this.depth = depth;
    this.root = emptyBranch();
  }

  setOpen(address: Address, open: boolean): void {
    this.#branchAt(address).open = open;
  }

  /** Opens every container on the way to an address, so that it is seen. */
  openTo(address: Address): void {
    for (let length = 0; length < address.length; length++) this.#branchAt(address.slice(0, length)).open = true;
  }

  setFull(address: Address, full: boolean): void {
    this.#branchAt(address).full = full;
  }

  #branchAt(address: Address): Branch {
    let branch = this.root;
    for (const step of address) {
      const key = stepKey(step);
      let next = branch.below.get(key);
      if (!next) {
        next = emptyBranch();
        branch.below.set(key, next);
      }
      branch = next;
    }
    return branch;
  }
}

function emptyBranch(): Branch {
  return { open: undefined, full: false, below: new Map() };
}

/** The branch of a child, if anything at or below it was ever opened or closed. */
export function branchOf(parent: Branch | undefined, tree: JsonTree, child: number): Branch | undefined {
  if (!parent || parent.below.size === 0) return undefined;
  return parent.below.get(stepKey({ key: tree.keyOf(child), occurrence: tree.occurrenceOf(child) }));
}
