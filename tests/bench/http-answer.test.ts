import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { answerIn } from './http-answer.ts';

const bytesOf = (text: string): Buffer => Buffer.from(text);
const answered = (head: string, body: string): Buffer => bytesOf(`HTTP/1.1 200 OK\r\n${head}\r\n\r\n${body}`);

/** The same body as one piece of a known length, or in chunks that end after so many bytes each. */
function framed(body: Uint8Array, chunks: readonly number[] | undefined): Buffer {
  if (chunks === undefined)
    return Buffer.concat([bytesOf(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n`), body]);
  const pieces: Uint8Array[] = [bytesOf('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n')];
  const add = (chunk: Uint8Array): unknown =>
    pieces.push(bytesOf(`${chunk.length.toString(16)}\r\n`), chunk, bytesOf('\r\n'));
  let at = 0;
  for (const length of [...chunks, body.length]) {
    if (at < body.length) add(body.subarray(at, at + length));
    at += length;
  }
  add(new Uint8Array());
  return Buffer.concat(pieces);
}

it('an answer is whole with its last byte and never before it, however it is framed', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.option(fc.array(fc.integer({ min: 1, max: 60 })), { nil: undefined }),
      (body, chunks) => {
        const bytes = framed(body, chunks);
        for (let end = 0; end < bytes.length; end += 1) expect(answerIn(bytes.subarray(0, end))).toBeUndefined();
        expect(answerIn(bytes)).toEqual({ status: 200, body: Buffer.from(body), closes: false });
      },
    ),
  );
});

it('an answer that says so is the last of its connection, and a refusal is an answer', () => {
  expect(answerIn(answered('content-length: 2\r\nConnection: close', 'no'))?.closes).toBe(true);
  expect(answerIn(bytesOf('HTTP/1.1 500 Internal Server Error\r\ncontent-length: 0\r\n\r\n'))?.status).toBe(500);
});

it('a chunk may say more than its size', () => {
  const chunked = answered('transfer-encoding: chunked', '2;name=value\r\nok\r\n0\r\n\r\n');
  expect(answerIn(chunked)?.body.toString()).toBe('ok');
});

it.each([
  ['is no HTTP', bytesOf('SMTP ready\r\n\r\n')],
  ['is another HTTP', bytesOf('HTTP/2 200\r\ncontent-length: 0\r\n\r\n')],
  ['says nothing of its length', answered('content-type: text/plain', 'ok')],
  ['says two lengths', answered('content-length: 2\r\ncontent-length: 3', 'ok')],
  ['has a length and chunks', answered('content-length: 2\r\ntransfer-encoding: chunked', '2\r\nok\r\n0\r\n\r\n')],
  ['has a chunk without a size', answered('transfer-encoding: chunked', 'ok\r\n')],
  ['has a chunk longer than it says', answered('transfer-encoding: chunked', '1\r\nok\r\n0\r\n\r\n')],
  ['has another behind it', answered('content-length: 2', 'okHTTP/1.1 200 OK\r\n')],
  ['has another behind its chunks', answered('transfer-encoding: chunked', '0\r\n\r\nHTTP/1.1')],
])('what %s is no answer', (_, bytes) => expect(() => answerIn(bytes)).toThrow());
