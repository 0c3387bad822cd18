// The package comes without types.
declare module 'html-encoding-sniffer' {
  const sniffEncoding: (
    bytes: Uint8Array,
    options?: { transportLayerEncodingLabel?: string; defaultEncoding?: string },
  ) => string;
  // biome-ignore lint/style/noDefaultExport: that is how the package exports it
  export default sniffEncoding;
}
