// JSON that lies in the database.

/** @returns undefined where it is none: damage, or not written by us */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
