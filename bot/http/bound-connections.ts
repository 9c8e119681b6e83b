import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** A connection on which something is owed to either side and nothing has moved for so long is closed, in milliseconds. */
export const stalledAfterMs = 30_000;
/** A connection that moved something within this time is never closed to make room for another, in milliseconds. */
const movedLatelyMs = 1_000;

interface Connection {
  /** Bytes that came, and bytes that the other side's system took, when they were last looked at. */
  moved: number;
  /** When that number last changed, by the monotonic clock. */
  movedAt: number;
  /** The answer to the last request. Until its head is written nothing moves because of the server itself. */
  response?: ServerResponse;
}

/**
 * Bounds the open connections of a server. When one comes that is too many, the one that has moved nothing for longest
 * makes room for it; if all of them have moved something lately, the new one is closed and `onFull` is told. A client
 * that sends a request and never reads the answer is closed after `stalledAfterMs`. No address is looked at or kept.
 */
export function boundConnections(
  server: Server,
  deps: { readonly most: number; readonly onFull: () => void; readonly monotonic?: () => number },
): void {
  const monotonic = deps.monotonic ?? (() => performance.now());
  const connections = new Map<Socket, Connection>();
  // Node looks whether what is written moves, and has a time of its own for connections that nobody asks anything on.
  server.timeout = stalledAfterMs;

  const movedOf = (socket: Socket): number => socket.bytesRead + socket.bytesWritten - socket.writableLength;

  /** The connection that has moved nothing for longest, `undefined` if all of them did lately. */
  function longestStill(): Socket | undefined {
    const now = monotonic();
    let found: Socket | undefined;
    let foundAt = now - movedLatelyMs;
    for (const [socket, connection] of connections) {
      const moved = movedOf(socket);
      if (moved !== connection.moved) Object.assign(connection, { moved, movedAt: now });
      // Of several that are alike the one that came first is found.
      const isStiller = found === undefined ? connection.movedAt <= foundAt : connection.movedAt < foundAt;
      if (connection.response?.headersSent === false || !isStiller) continue;
      found = socket;
      foundAt = connection.movedAt;
    }
    return found;
  }

  server.on('connection', (socket: Socket) => {
    if (connections.size >= deps.most) {
      const still = longestStill();
      deps.onFull();
      if (still === undefined) {
        socket.destroy();
        return;
      }
      connections.delete(still);
      still.destroy();
    }
    connections.set(socket, { moved: 0, movedAt: monotonic() });
    socket.once('close', () => connections.delete(socket));
  });

  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    const connection = connections.get(socket);
    if (connection) Object.assign(connection, { moved: movedOf(socket), movedAt: monotonic(), response });
  });
}
