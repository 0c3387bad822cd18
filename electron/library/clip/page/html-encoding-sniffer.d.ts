// The package comes without types.
declare module 'html-encoding-sniffer' {
  const sniffEncoding: (
    bytes: Uint8Array,
    options?: { transportLayerEncodingLabel?: string; defaultEncoding?: string },
  ) => string;
  export default sniffEncoding;
}
