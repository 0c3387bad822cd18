// Messages with bytes in them come through text as they were.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeMessage, encodeMessage } from '#hosts/json-message.ts';

const throughText = (message: unknown) => decodeMessage(encodeMessage(message));

test('bytes come back as bytes, wherever they stand', () => {
  const bytes = new Uint8Array([0, 1, 10, 13, 34, 92, 255]);
  const message = { a: bytes, list: [bytes, { deep: bytes }], text: 'x', none: null, n: 1.5 };
  expect(throughText(message)).toEqual(message);
  expect(throughText(new Uint8Array())).toEqual(new Uint8Array());
});

test('a Buffer is bytes like any other, and so is a part of a larger one', () => {
  const part = new Uint8Array([9, 1, 2, 3, 9]).subarray(1, 4);
  expect(throughText({ buffer: Buffer.from('é'), part })).toEqual({
    buffer: new Uint8Array([0xc3, 0xa9]),
    part: new Uint8Array([1, 2, 3]),
  });
});

test('a message is one line, whatever is in it', () => {
  expect(encodeMessage({ text: 'a\nb\r\u2028', bytes: Buffer.from('\n') })).not.toContain('\n');
});

test('any JSON comes back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.stringify(throughText(value))).toBe(JSON.stringify(value));
    }),
  );
});

test.each([
  ['a digit too many', '{"$bytes":"AAAAA"}', 'The message holds bytes that are not valid base64.'],
  ['no JSON', '{"a":', 'The message is not valid JSON.'],
  [
    'bytes that are no base64',
    '{"$bytes":"!!"}',
    'The message holds bytes that are not valid base64.',
  ],
])('%s is refused', (_, text, message) => {
  expect(() => decodeMessage(text)).toThrow(
    expect.objectContaining({ code: 'invalid_input', message }),
  );
});
