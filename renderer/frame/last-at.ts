// Finds the last of many places that lies at or before a point.

/** @param places never falling @returns an index, or -1 where all of them lie behind the point */
export function lastAt(places: ArrayLike<number>, point: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) <= point) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
