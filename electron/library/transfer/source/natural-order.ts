// Names in the order in which a person counts: part 2 before part 10. By character codes and nothing of the system's
// language, so that an import that goes on next year finds the same order.

/** @returns below 0 where `a` comes first */
export function naturally(a: string, b: string): number {
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [one, other] = [digitsAt(a, i), digitsAt(b, j)];
    if (one && other) {
      const order = compareNumbers(a.slice(i, i + one), b.slice(j, j + other));
      if (order !== 0) return order;
      i += one;
      j += other;
    } else {
      const order = a.charCodeAt(i) - b.charCodeAt(j);
      if (order !== 0) return order;
      i++;
      j++;
    }
  }
  // Equal but for leading zeros: their codes decide.
  return a.length - i - (b.length - j) || (a < b ? -1 : a > b ? 1 : 0);
}

function digitsAt(text: string, start: number): number {
  let end = start;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code < 48 || code > 57) break;
  }
  return end - start;
}

/** As text, since names may hold more digits than a number does. */
function compareNumbers(a: string, b: string): number {
  const [one, other] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
}
