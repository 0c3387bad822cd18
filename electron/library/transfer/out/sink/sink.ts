// Where an export is written to: one file, or many by their paths. Nothing of it has its name until it is whole.

/** One file, written from its beginning to its end. */
export interface FileSink {
  write(piece: string | Uint8Array): Promise<void>;
}

/** Many files. Those of a zip lie one behind the other, so that none is begun before the last is closed. */
export interface FolderSink {
  /** @param path from the root of the export, with `/`; each once */
  put(path: string, content: string | Uint8Array): Promise<void>;
  /** For what does not fit into memory. */
  open(path: string): Promise<FileSink & { close(): Promise<void> }>;
}

export const toBytes = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
