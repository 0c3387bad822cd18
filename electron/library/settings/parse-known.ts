// Choices as they lie in the database: what no longer means anything is left out, and the rest counts.
import type { z } from 'zod';

/** @param found what was stored, by key; keys of a newer program are left where they are */
export function parseKnown<Shape extends Readonly<Record<string, z.ZodType>>>(
  shape: Shape,
  found: Readonly<Record<string, unknown>>,
): { [Key in keyof Shape]?: z.output<Shape[Key]> } {
  const known: { [Key in keyof Shape]?: z.output<Shape[Key]> } = {};
  for (const key of Object.keys(shape) as (keyof Shape & string)[]) {
    if (!Object.hasOwn(found, key)) continue;
    const parsed = shape[key]?.safeParse(found[key]);
    if (parsed?.success) known[key] = parsed.data as z.output<Shape[typeof key]>;
  }
  return known;
}
