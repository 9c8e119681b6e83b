import { connect } from 'node:net';
import { answerIn, type HttpAnswer } from './http-answer.ts';

/** A connection that ended before anything of an answer came: the request may be sent again on another. */
export class LineClosedError extends Error {
  override readonly name = 'LineClosedError';
}

/** A connection that is kept, for one request at a time. */
export interface KeptLine {
  /**
   * Sends a request as it stands. Rejects with LineClosedError, with the system's own error, and where what comes is not
   * one whole answer: then, and after an answer that nobody asked for, the line is of no use any more.
   */
  ask(request: string): Promise<HttpAnswer>;
  /** Whether another request can be sent. */
  isOpen(): boolean;
  close(): void;
}

/** More than any card: an answer mostly comes whole, and is read without another copy. */
const room = 64 * 1_024;

interface Asking {
  readonly resolve: (answer: HttpAnswer) => void;
  readonly reject: (error: Error) => void;
}

export function openLine(host: string, port: number): KeptLine {
  let isOpen = true;
  let held: Buffer | undefined;
  let asking: Asking | undefined;
  let unasked: Error | undefined;

  /** Tells whoever waits, or the next who asks: an answer too many is not to be overlooked. */
  function fail(error: Error): void {
    isOpen = false;
    socket.destroy();
    const waits = asking;
    asking = undefined;
    if (waits === undefined) unasked ??= error;
    else waits.reject(error);
  }
  function ended(error?: Error): void {
    isOpen = false;
    if (asking === undefined) return;
    fail(held === undefined ? new LineClosedError('closed before an answer', { cause: error }) : new Error('cut off'));
  }
  function take(bytes: Buffer): void {
    if (asking === undefined) return fail(new Error('an answer that nobody asked for'));
    const all = held === undefined ? bytes : Buffer.concat([held, bytes]);
    try {
      const answer = answerIn(all);
      // The next piece is written over this one.
      if (answer === undefined) held = held === undefined ? Buffer.from(all) : all;
      else settle(answer, asking);
    } catch (error) {
      fail(error instanceof Error ? error : new Error('no answer', { cause: error }));
    }
  }
  function settle(answer: HttpAnswer, { resolve }: Asking): void {
    held = undefined;
    asking = undefined;
    if (answer.closes) {
      isOpen = false;
      socket.end();
    }
    resolve(answer);
  }

  // One buffer for all that comes on this line: a stream would make another for each piece.
  const buffer = Buffer.allocUnsafeSlow(room);
  const onread = {
    buffer,
    callback: (length: number): boolean => {
      take(buffer.subarray(0, length));
      return true;
    },
  };
  const socket = connect({ host, port, noDelay: true, onread });
  socket.on('error', ended);
  socket.once('close', () => ended());
  socket.once('end', () => ended());
  socket.resume();

  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (unasked) return reject(unasked);
        if (!isOpen) return reject(new LineClosedError('closed'));
        asking = { resolve, reject };
        socket.write(request);
      }),
    isOpen: () => isOpen || unasked !== undefined,
    close: () => socket.destroy(),
  };
}
