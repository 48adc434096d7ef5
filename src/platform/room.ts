/** A floor seldom has more. */
const USUAL = 10_000;

/**
 * A count that is as wide as this one will get: room is kept for it, so that what stands beside a count does not move
 * when it grows. It has to be told of as the count is, with the language's separators.
 */
export function roomFor(count: number): number {
  let room = USUAL;
  while (room * 10 <= count) room *= 10;
  return room;
}
