import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Connections to a port of 127.0.0.1 on which a request was begun and not ended. */
export interface OpenConnections {
  /** How many the other side has not closed. */
  readonly standing: () => number;
  /** Sends a little more on each. */
  trickle(text: string): void;
  close(): void;
}

export async function openConnections(port: number, count: number, begun: string): Promise<OpenConnections> {
  let standing = 0;
  const open = async (): Promise<Socket> => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.on('error', () => {});
    socket.on('close', () => (standing -= 1));
    await once(socket, 'connect');
    standing += 1;
    socket.write(begun, 'latin1');
    return socket;
  };
  const sockets: Socket[] = [];
  // In turns: the queue of a listening port is shorter than this.
  for (let opened = 0; opened < count; opened += 100) {
    sockets.push(...(await Promise.all(Array.from({ length: Math.min(100, count - opened) }, open))));
  }
  return {
    standing: () => standing,
    trickle(text) {
      for (const socket of sockets) if (!socket.destroyed) socket.write(text, 'latin1');
    },
    close() {
      for (const socket of sockets) socket.destroy();
    },
  };
}
