import { digestOfFile } from './file-limits.ts';

/** A file's content, which need not be in memory: it may be made again for each reading. */
export interface FileContent {
  readonly bytes: number;
  /** SHA-256 in base64url. */
  readonly digest: string;
  /** Begins anew each time. Readers hold it against `bytes` and `digest`: a file may change in between. */
  readonly stream: () => ReadableStream<Uint8Array<ArrayBuffer>>;
}

const pieceBytes = 65_536;

export const contentInMemory = (content: Uint8Array): FileContent => ({
  bytes: content.length,
  digest: digestOfFile(content),
  stream() {
    let at = 0;
    return new ReadableStream({
      pull(controller) {
        if (at >= content.length) return controller.close();
        controller.enqueue(content.slice(at, at + pieceBytes));
        at += pieceBytes;
      },
    });
  },
});
