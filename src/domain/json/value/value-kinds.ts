import { reasonOf } from "../../../platform/reason-of.js";
import { JsonKind } from "../tree.js";

/** What a JavaScript value is to the pane. */
export interface ValueReading {
  readonly kind: JsonKind;
  /** For a leaf, what it says. */
  readonly text: string;
  /** For a container that is no plain object or array, a short word for it. */
  readonly typeName: string;
}

function leaf(kind: JsonKind, text: string): ValueReading {
  return { kind, text, typeName: "" };
}

const OBJECT: ValueReading = { kind: JsonKind.object, text: "", typeName: "" };
const ARRAY: ValueReading = { kind: JsonKind.array, text: "", typeName: "" };
const NULL = leaf(JsonKind.null, "null");
const UNDEFINED = leaf(JsonKind.undefined, "undefined");
const TRUE = leaf(JsonKind.boolean, "true");
const FALSE = leaf(JsonKind.boolean, "false");

/** Says what a value is. Never throws. */
export function readValue(value: unknown): ValueReading {
  switch (typeof value) {
    case "string":
      return leaf(JsonKind.string, value);
    case "number":
      return leaf(JsonKind.number, Object.is(value, -0) ? "-0" : String(value));
    case "boolean":
      return value ? TRUE : FALSE;
    case "undefined":
      return UNDEFINED;
    case "bigint":
      return leaf(JsonKind.bigint, String(value));
    case "symbol":
      return leaf(JsonKind.symbol, String(value));
    default:
      if (value === null) return NULL;
      try {
        return typeof value === "function" ? leaf(JsonKind.function, functionText(value)) : readObject(value as object);
      } catch (error) {
        return leaf(JsonKind.unreadable, reasonOf(error));
      }
  }
}

function functionText(value: object): string {
  const name: unknown = (value as { name?: unknown }).name;
  return typeof name === "string" && name !== "" ? `function ${name}` : "function";
}

function readObject(value: object): ValueReading {
  if (Array.isArray(value)) return ARRAY;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return OBJECT;
  return readBuiltIn(value) ?? readInstance(value);
}

/** Runs a method of a built-in on a value: it throws unless the value truly is one, whatever it says of itself. */
function brand<T>(method: () => T): T | undefined {
  try {
    return method();
  } catch {
    return undefined;
  }
}

const sizeOf = (prototype: object): ((this: unknown) => number) =>
  Object.getOwnPropertyDescriptor(prototype, "size")!.get as (this: unknown) => number;
const mapSize = sizeOf(Map.prototype);
const setSize = sizeOf(Set.prototype);

function readBuiltIn(value: object): ValueReading | undefined {
  if (ArrayBuffer.isView(value)) {
    const typeName = instanceName(value);
    if (typeName === "DataView") return leaf(JsonKind.other, `DataView (${value.byteLength} bytes)`);
    return { kind: JsonKind.typedArray, text: "", typeName };
  }
  if (brand(() => mapSize.call(value)) !== undefined) return { kind: JsonKind.map, text: "", typeName: "Map" };
  if (brand(() => setSize.call(value)) !== undefined) return { kind: JsonKind.set, text: "", typeName: "Set" };
  const time = brand(() => Date.prototype.getTime.call(value));
  if (time !== undefined) {
    return leaf(JsonKind.date, Number.isNaN(time) ? "Invalid Date" : new Date(time).toISOString());
  }
  const boxed =
    brand(() => Number.prototype.valueOf.call(value)) ??
    brand(() => String.prototype.valueOf.call(value)) ??
    brand(() => Boolean.prototype.valueOf.call(value)) ??
    brand(() => BigInt.prototype.valueOf.call(value)) ??
    brand(() => Symbol.prototype.valueOf.call(value));
  if (boxed !== undefined) return readValue(boxed);
  if (value instanceof RegExp) return leaf(JsonKind.other, String(value));
  if (value instanceof ArrayBuffer) return leaf(JsonKind.other, `ArrayBuffer (${value.byteLength} bytes)`);
  return undefined;
}

function readInstance(value: object): ValueReading {
  const typeName = instanceName(value);
  if (!(value instanceof Error) && Object.keys(value).length === 0) {
    // A URL, a Promise, an element: nothing inside, but perhaps a text of its own.
    const text = String(value);
    return leaf(JsonKind.other, text === "[object Object]" || text === "" ? typeName || "{}" : text.slice(0, 10_000));
  }
  return { kind: JsonKind.object, text: "", typeName };
}

function instanceName(value: object): string {
  const constructor: unknown = (value as { constructor?: unknown }).constructor;
  const name: unknown = typeof constructor === "function" ? constructor.name : "";
  return typeof name === "string" && name !== "Object" ? name.slice(0, 60) : "";
}
