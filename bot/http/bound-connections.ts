import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** In milliseconds, while an answer or a request is owed. */
export const stalledAfterMs = 30_000;
/** In milliseconds; after it a connection may be closed to make room. */
const movedLatelyMs = 1_000;

interface Connection {
  moved: number;
  movedAt: number;
  /** Until its head is written, the server itself is the reason that nothing moves. */
  response?: ServerResponse;
}

/**
 * Bounds a server's open connections. The stillest makes room for a new one; if all moved lately, the new one is closed
 * and `onFull` is told. A client that never reads its answer is closed after `stalledAfterMs`. No address is looked at
 * or kept.
 */
export function boundConnections(
  server: Server,
  deps: { readonly most: number; readonly onFull: () => void; readonly monotonic?: () => number },
): void {
  const monotonic = deps.monotonic ?? (() => performance.now());
  const connections = new Map<Socket, Connection>();
  // For stalled answers; Node times idle connections apart.
  server.timeout = stalledAfterMs;

  const movedOf = (socket: Socket): number => socket.bytesRead + socket.bytesWritten - socket.writableLength;

  function longestStill(): Socket | undefined {
    const now = monotonic();
    let found: Socket | undefined;
    let foundAt = now - movedLatelyMs;
    for (const [socket, connection] of connections) {
      const moved = movedOf(socket);
      if (moved !== connection.moved) Object.assign(connection, { moved, movedAt: now });
      // The oldest of equals goes.
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
