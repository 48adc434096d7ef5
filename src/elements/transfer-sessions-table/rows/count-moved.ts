/**
 * How many items have to move to get from one order to the other: all but the longest run that is in order already.
 *
 * @param places where each item of one order stands in the other.
 */
export function countMoved(places: readonly number[]): number {
  // tails[n]: the smallest end of an increasing run of n + 1 places.
  const tails: number[] = [];
  for (const place of places) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tails[middle]! < place) low = middle + 1;
      else high = middle;
    }
    tails[low] = place;
  }
  return places.length - tails.length;
}
