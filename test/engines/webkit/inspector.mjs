import { connectTo } from "./programs.mjs";

/**
 * What WebKit calls its own process and the page that it opens first. The list in which it says so goes to the driver
 * alone.
 */
const PROCESS = 1;
const PAGE = 1;

const LITTLE_ENDIAN = 1;
const HEAD = 5;
const NUMBER = 8;

const number = (value) => {
  const bytes = Buffer.alloc(NUMBER);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};
const text = (value) => Buffer.from(`${value}\0`);

/**
 * WebKit's Web Inspector: it does to a page what WebDriver has no command for. A message is the length of its body, the
 * order of bytes, and the body: a name, and values as GVariant writes them, which are numbers of 64 bits and text that
 * ends with a zero. The last value of a message to and from the page is JSON.
 */
export class Inspector {
  /** Where the page lives: WebKit changes the process when it goes to another site. */
  #target;
  #socket;
  #lastId = 0;
  #answers = new Map();

  /** @returns {Promise<Inspector>} one that has the page. */
  static async open(port, program) {
    const inspector = new Inspector();
    inspector.#socket = await connectTo(port, program);
    await new Promise((resolve) => {
      inspector.#listen(resolve);
      inspector.#write("SetupInspectorClient", text(""));
      inspector.#write("Setup", number(PROCESS), number(PAGE));
    });
    return inspector;
  }

  /** Runs a command of the inspector's protocol on the page. */
  send(method, params = {}) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#answers.set(id, { resolve, reject });
      const message = JSON.stringify({ id, method, params });
      const wrapped = { id: ++this.#lastId, method: "Target.sendMessageToTarget" };
      this.#write(
        "SendMessageToBackend",
        number(PROCESS),
        number(PAGE),
        text(JSON.stringify({ ...wrapped, params: { targetId: this.#target, message } })),
      );
    });
  }

  #write(name, ...values) {
    const body = Buffer.concat([text(name), ...values]);
    const head = Buffer.alloc(HEAD);
    head.writeUInt32BE(body.length);
    head.writeUInt8(LITTLE_ENDIAN, HEAD - 1);
    this.#socket.write(Buffer.concat([head, body]));
  }

  #listen(onPage) {
    let received = Buffer.alloc(0);
    this.#socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      while (received.length >= HEAD) {
        const end = HEAD + received.readUInt32BE();
        if (received.length < end) return;
        const body = received.subarray(HEAD, end);
        received = received.subarray(end);
        const nameEnd = body.indexOf(0);
        if (body.toString("latin1", 0, nameEnd) !== "SendMessageToFrontend") continue;
        this.#take(JSON.parse(body.toString("utf8", nameEnd + 1 + 2 * NUMBER, body.length - 1)), onPage);
      }
    });
  }

  #take({ method, params }, onPage) {
    if (method === "Target.targetCreated" && !params.targetInfo.isProvisional) {
      this.#target = params.targetInfo.targetId;
      onPage();
    } else if (method === "Target.didCommitProvisionalTarget") {
      this.#target = params.newTargetId;
    } else if (method === "Target.dispatchMessageFromTarget") {
      const { id, result, error } = JSON.parse(params.message);
      const answer = this.#answers.get(id);
      this.#answers.delete(id);
      if (error) answer?.reject(new Error(error.message));
      else answer?.resolve(result);
    }
  }
}
