/*
 * Readers for what comes back from storage or from another tab: each makes a new value from the fields that it knows,
 * or throws. By hand, since they are needed before anything can be shown: zod would make a tracker a quarter larger.
 */
type Fields = Readonly<Record<string, unknown>>;

export type Reader<T> = (value: unknown) => T;

type Shape = Readonly<Record<string, Reader<unknown>>>;

type ShapeOf<R extends Shape, O extends Shape> = { readonly [K in keyof R]: ReturnType<R[K]> } & {
  readonly [K in keyof O]?: ReturnType<O[K]>;
};

/** Not what the tracker writes. It says no more: the caller takes a value whole or not at all. */
export class NotOurs extends Error {}

export function fail(): never {
  throw new NotOurs();
}

export function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : fail();
}

/** @param some fields that may be absent. */
export function shape<R extends Shape, O extends Shape = Record<never, never>>(
  all: R,
  some?: O,
): Reader<ShapeOf<R, O>> {
  return (value) => {
    const fields = fieldsOf(value);
    const read: Record<string, unknown> = {};
    for (const name of Object.keys(all)) read[name] = all[name]!(fields[name]);
    for (const name of Object.keys(some ?? {})) if (fields[name] !== undefined) read[name] = some![name]!(fields[name]);
    return read as ShapeOf<R, O>;
  };
}

/** Of several shapes the one that the field names. */
export function variant<N extends string, V extends Readonly<Record<string, Reader<object>>>>(
  name: N,
  variants: V,
): Reader<{ [K in keyof V]: { readonly [T in N]: K } & ReturnType<V[K]> }[keyof V]> {
  const named = oneOf(...Object.keys(variants));
  return (value) => {
    const which = named(fieldsOf(value)[name]);
    return { [name]: which, ...variants[which]!(value) } as ReturnType<ReturnType<typeof variant<N, V>>>;
  };
}

export function list<T>(item: Reader<T>): Reader<T[]> {
  return (value) => (Array.isArray(value) ? value.map((one) => item(one)) : fail());
}

export function oneOf<const T>(...options: readonly T[]): Reader<T> {
  return (value) => (options.includes(value as T) ? (value as T) : fail());
}

export const text: Reader<string> = (value) => (typeof value === "string" && value !== "" ? value : fail());

export const flag: Reader<boolean> = (value) => (typeof value === "boolean" ? value : fail());

export const count: Reader<number> = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : fail();

export const finite: Reader<number> = (value) =>
  Number.isFinite(value) && (value as number) >= 0 ? (value as number) : fail();
