/** An answer of a server as it came. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: Buffer;
  /** The server takes no other request on this connection. */
  readonly closes: boolean;
}

const endOfLine = '\r\n';
const endOfHead = '\r\n\r\n';
const status = /^HTTP\/1\.1 (\d{3})[ \r]/u;
const lengths = /\r\ncontent-length: *(\d+) *(?=\r\n)/giu;
const isChunked = /\r\ntransfer-encoding: *chunked *\r\n/iu;
const isClosing = /\r\nconnection: *close *\r\n/iu;
const sizeOfChunk = /^[0-9a-f]{1,8}(?=$|[ ;])/iu;

/** A body whose end is known, and what comes after it. */
interface Framed {
  readonly body: Buffer;
  readonly end: number;
}

function ofLength(bytes: Buffer, start: number, length: number): Framed | undefined {
  const end = start + length;
  return bytes.length < end ? undefined : { body: Buffer.from(bytes.subarray(start, end)), end };
}

function ofChunks(bytes: Buffer, start: number): Framed | undefined {
  const chunks: Buffer[] = [];
  for (let at = start; ; ) {
    const endOfSize = bytes.indexOf(endOfLine, at);
    if (endOfSize < 0) return undefined;
    const [size] = sizeOfChunk.exec(bytes.toString('latin1', at, endOfSize)) ?? [];
    if (size === undefined) throw new Error('a chunk without a size');
    const length = Number.parseInt(size, 16);
    const from = endOfSize + endOfLine.length;
    const end = from + length + endOfLine.length;
    if (bytes.length < end) return undefined;
    // Nobody here sends fields after the last chunk.
    if (bytes.toString('latin1', from + length, end) !== endOfLine) throw new Error('a chunk that does not end');
    if (length === 0) return { body: Buffer.concat(chunks), end };
    chunks.push(bytes.subarray(from, from + length));
    at = end;
  }
}

/**
 * The one answer in these bytes, `undefined` where they hold only the beginning of it. Its body is a copy. Throws where
 * it is no answer of HTTP/1.1, where nothing says how long it is, and where more follows: nobody asked for that.
 */
export function answerIn(bytes: Buffer): HttpAnswer | undefined {
  const end = bytes.indexOf(endOfHead);
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end + endOfLine.length);
  const [, code] = status.exec(head) ?? [];
  if (code === undefined) throw new Error('an answer without a status');
  const [length, second] = [...head.matchAll(lengths)].map(([, digits]) => Number(digits));
  const chunked = isChunked.test(head);
  if (second !== undefined || (length === undefined) !== chunked) throw new Error('an answer without one length');
  const start = end + endOfHead.length;
  const framed = length === undefined ? ofChunks(bytes, start) : ofLength(bytes, start, length);
  if (framed === undefined) return undefined;
  if (bytes.length > framed.end) throw new Error('more than one answer');
  return { status: Number(code), body: framed.body, closes: isClosing.test(head) };
}
