import { connect } from 'node:net';

/** Writes bytes to a port of 127.0.0.1 as they are, and gives all that comes back until the other side ends. */
export function rawRequest(port: number, ...parts: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
    });
    socket.on('error', () => resolve(answer));
    socket.on('close', () => resolve(answer));
    for (const part of parts) socket.write(part, 'latin1');
  });
}
