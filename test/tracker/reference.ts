/*
 * What the SDK should hear, told anew from the guide and the table of the contract, in other words than the machine's:
 * people are moved about a room, and a scribe writes down what each move is called. Nothing here imports the sources.
 */
interface Person {
  readonly id: string;
  place: "in" | "aside";
  /** Somebody came in cold while he was there. */
  givenAway: boolean;
  /** Somebody else's desktop speaks for him. */
  foreign: boolean;
  /** Came in by a `warm` that was said for him, to an empty room. */
  consultant: boolean;
  /** The SDK was told at the drop that he is out. */
  out: boolean;
}

export interface Said {
  how: string;
  readonly what: "entry" | "exit" | "close";
  readonly who: string;
  /** He was in for the SDK before this was said again. */
  readonly known?: boolean;
}

export interface Move {
  readonly transfer?: string | undefined;
  readonly announce?: boolean | undefined;
}

export class Reference {
  room: Person[] = [];
  begun = false;
  dropped = false;
  over = false;
  /** Lines that were said again since nobody knew whether they had been heard. */
  repeats = 0;
  /** Gone last, and perhaps it was the end. */
  lastOut: Person | undefined;
  readonly said: Said[] = [];

  /** `heard`: how many of `said` the SDK has, beside the one that it has not answered for yet. */
  constructor(
    private readonly heard: () => number,
    private readonly habits: { readonly closes?: boolean; readonly dropsOut?: boolean } = {},
  ) {}

  private get believed(): Person[] {
    return this.room.filter(({ out }) => !out);
  }

  get lines(): string[] {
    return this.said.map(({ how, what, who }) => `${how} ${what} ${who}`);
  }

  get present(): string[] {
    return this.room.filter(({ place }) => place === "in").map(({ id }) => id);
  }

  get aside(): string[] {
    return this.room.filter(({ place }) => place === "aside").map(({ id }) => id);
  }

  get phase(): string {
    if (this.over) return "ended";
    if (!this.begun) return "new";
    if (this.dropped) return "dropped";
    return this.believed.length > 0 || this.lastOut ? "open" : "handover";
  }

  join(id: string, { transfer, announce = true }: Move = {}): void {
    this.taskEnds();
    if (this.over && transfer !== "redial") return;
    const old = this.room.find((person) => person.id === id);
    if (old?.place === "in") return;
    if (old && !old.foreign && !old.out && this.notYetHeard(old.id)) {
      old.place = "in";
      this.dropped = false;
      return;
    }
    const others = this.room.filter((person) => person !== old);
    const someIn = others.some(({ place }) => place === "in");
    let how = transfer;
    if (!how && old) how = "redial";
    if (!how && !this.begun) how = "NA";
    if (!how) how = someIn ? "warm" : "cold";
    if (how === "cold") for (const other of others) other.givenAway = true;
    const person: Person = old ?? { id, place: "in", givenAway: false, foreign: false, consultant: false, out: false };
    if (!old) this.room.push(person);
    if (how === "cold") person.givenAway = false;
    person.place = "in";
    person.out = false;
    person.foreign = !announce;
    person.consultant ||= transfer === "warm" && others.every(({ out }) => out);
    this.begun = true;
    this.over = false;
    this.dropped = false;
    if (announce) this.say(how, "entry", id);
  }

  leave(id: string, { transfer, announce: said }: Move = {}): void {
    const person = this.room.find((one) => one.id === id);
    if (!person) return;
    const announce = !person.out && (said ?? !person.foreign);
    this.room = this.room.filter((one) => one !== person);
    if (this.believed.length > 0) {
      if (announce) this.say(transfer ?? (person.givenAway ? "cold" : "warm"), "exit", id);
      return;
    }
    if (announce && !transfer) {
      this.lastOut = person;
      return;
    }
    if (!person.out || this.room.length === 0) this.dropped = false;
    if (announce) this.say(transfer!, "exit", id);
    if (transfer !== "NA") return;
    this.over = true;
    this.room = [];
  }

  /** Nothing more comes in this task: the last one out has handed over. */
  taskEnds(): void {
    const person = this.lastOut;
    if (!person) return;
    this.lastOut = undefined;
    this.dropped = false;
    this.say(person.consultant && !person.givenAway ? "warm" : "cold", "exit", person.id);
  }

  drop(): void {
    if (this.phase !== "open" || this.lastOut) return;
    if (this.habits.dropsOut) {
      const order = this.order();
      for (const person of order) {
        if (person.foreign) continue;
        this.say(person === order.at(-1) ? "NA" : "warm", "exit", person.id);
        person.out = true;
      }
    }
    for (const person of this.room) person.place = "aside";
    this.dropped = true;
  }

  end({ transfer }: Move = {}): void {
    if (this.over) return;
    this.over = true;
    this.begun = true;
    this.dropped = false;
    if (this.lastOut) {
      this.say(transfer ?? "NA", "exit", this.lastOut.id);
      this.lastOut = undefined;
      this.room = [];
      if ((transfer ?? "NA") === "NA") this.close();
      return;
    }
    const order = this.order();
    const lead = order.at(-1);
    const speaking = order.filter(({ foreign }) => !foreign);
    speaking.forEach((person, index) => {
      const own = person === lead ? "NA" : person.givenAway ? "cold" : "warm";
      this.say(index === speaking.length - 1 ? (transfer ?? own) : own, "exit", person.id);
    });
    if (order.length === 0 || (speaking.length > 0 && this.said.at(-1)!.how === "NA")) this.close();
    this.room = [];
  }

  /** Who is still in for the SDK, as they go: the newest first, the lead last. */
  private order(): Person[] {
    const lead = this.believed.find(({ givenAway }) => !givenAway) ?? this.believed[0];
    return this.believed.toReversed().sort((a, b) => Number(a === lead) - Number(b === lead));
  }

  private close(): void {
    if (!this.habits.closes) return;
    this.say("summary", "close", "-");
    this.say("end", "close", "-");
  }

  list(ids: readonly string[]): void {
    const unique = [...new Set(ids)];
    if (this.dropped && this.room.length === unique.length && this.room.every(({ id }) => unique.includes(id))) return;
    for (const person of this.room.toReversed()) {
      if (!unique.includes(person.id)) this.leave(person.id, { announce: !person.foreign });
    }
    for (const id of unique) if (!this.present.includes(id)) this.join(id);
  }

  /** The only document is gone, and another reads what it left. */
  reloadAlone(): void {
    for (const person of this.room) {
      if (!person.foreign && !this.notYetHeard(person.id)) person.place = "aside";
    }
  }

  /** Whoever was telling the SDK died in mid-sentence. */
  interrupted(): void {
    const at = this.heard();
    if (this.said[at]!.how !== "summary") this.sayAgain([this.said[at]!], at + 1);
  }

  /** What the SDK never answered for is said again: it may have it. */
  sayAgain(lines: readonly Said[], at: number): void {
    this.repeats += lines.length;
    this.said.splice(at, 0, ...lines.map((said) => ({ ...said, how: said.what === "entry" ? "redial" : said.how })));
  }

  /** Whether it is worth saying again: an entry of somebody who is told out by now would leave him in for good. */
  matters({ what, who }: Said): boolean {
    if (what !== "entry") return true;
    const isIn = this.room.some(({ id, out }) => id === who && !out);
    return isIn || this.said.slice(this.heard()).some((line) => line.who === who);
  }

  private notYetHeard(id: string): boolean {
    return this.said.slice(this.heard()).findLast(({ who, known }) => who === id && !known)?.what === "entry";
  }

  private say(how: string, what: Said["what"], who: string): void {
    this.said.push({ how, what, who });
  }
}

/**
 * What the guide forbids, whatever the contract says: an exit of somebody who is not in, a second entry that is no
 * redial, two ends without a redial between, a beginning other than `NA entry`.
 *
 * @returns the first line that it forbids. Only for conversations without overrides or other desktops.
 */
export function firstIllegal(lines: readonly string[]): string | undefined {
  const inside = new Set<string>();
  let ends = 0;
  for (const [index, line] of lines.entries()) {
    const [how, what, who] = line.split(" ") as [string, string, string];
    if (what === "close") {
      // Last, and once per end.
      const before = lines[index - 1]?.split(" ") ?? [];
      if (how === "summary" ? before[1] === "close" : before[0] !== "summary") return line;
      if (lines[index + 1] && how === "end" && !lines[index + 1]!.startsWith("redial entry")) return line;
      continue;
    }
    if (index === 0 && line !== `NA entry ${who}` && line !== `redial entry ${who}`) return line;
    if (what === "entry") {
      if (inside.has(who) && how !== "redial") return line;
      if (how === "NA" && index > 0) return line;
      if (how === "redial") ends = 0;
      inside.add(who);
    } else {
      if (!inside.delete(who)) return line;
      if (how === "NA") ends += 1;
      if (ends > 1 || (how === "NA" && inside.size > 0)) return line;
    }
  }
  return undefined;
}
