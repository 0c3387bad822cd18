// How a message from the other side is looked at: whatever it is, and never believed before.

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null;

export const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

export const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;

/** @param max in UTF-16 units */
export const isText = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value.length <= max;

export const isStrings = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** One reader per kind of message: it takes the fields that belong to the kind, or null where they are not in shape. */
export type Readers<Message extends { readonly kind: string }> = {
  readonly [Kind in Message['kind']]: (data: Fields) => Extract<Message, { kind: Kind }> | null;
};

/** @returns the message, or null where it is none of these */
export function readMessage<Message extends { readonly kind: string }>(
  data: unknown,
  readers: Readers<Message>,
): Message | null {
  if (!isFields(data) || typeof data.kind !== 'string' || !Object.hasOwn(readers, data.kind)) {
    return null;
  }
  return readers[data.kind as Message['kind']](data);
}
