// The fields of a kept file, each as it is or, where it cannot be that, as usual. By hand: the shell reads these files before
// Electron may begin, and reading and making zod would be a tenth of what it does until then.

export type Fields = Readonly<Record<string, unknown>>;

/** @throws TypeError where it is no object */
export function fieldsOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError('is no object');
  }
  return value as Fields;
}

/** An object within a file; null where there is none. */
export const innerFields = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null ? (value as Fields) : null;

export const booleanOr = <Usual>(value: unknown, usual: Usual): boolean | Usual =>
  typeof value === 'boolean' ? value : usual;

export const stringOr = <Usual>(value: unknown, usual: Usual): string | Usual =>
  typeof value === 'string' ? value : usual;

export const wholeOr = <Usual>(value: unknown, usual: Usual): number | Usual =>
  Number.isSafeInteger(value) ? (value as number) : usual;
