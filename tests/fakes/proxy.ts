import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import type { Duplex } from 'node:stream';

/** A proxy of a force's network, as far as what goes through it is sealed. */
export interface Proxy {
  /** The settings of Node by which a process goes by it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where it was asked to lead, in order: hosts with their ports. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

/** Starts one that leads to a port of this machine; it refuses where there is none for a host. */
export async function startProxy(portOf: (place: string) => number | undefined): Promise<Proxy> {
  const asked: string[] = [];
  const ends = new Set<Duplex>();
  const proxy = http.createServer();
  proxy.on('connect', ({ url: place = '' }, socket, head) => {
    asked.push(place);
    ends.add(socket);
    const port = portOf(place);
    if (port === undefined) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const onward = net.connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    ends.add(onward);
    for (const one of [socket, onward]) one.on('error', () => [socket, onward].forEach((end) => end.destroy()));
    // Nothing reads it any more, so it would not notice that the server closed it either.
    socket.on('close', () => onward.destroy());
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const place = proxy.address();
  if (place === null || typeof place === 'string') throw new Error('the proxy has no port');
  return {
    environment: {
      NODE_USE_ENV_PROXY: '1',
      HTTPS_PROXY: `http://127.0.0.1:${place.port}`,
      NO_PROXY: '127.0.0.1',
    },
    asked,
    async stop() {
      const closed = once(proxy, 'close');
      proxy.close();
      proxy.closeAllConnections();
      for (const end of ends) end.destroy();
      await closed;
    },
  };
}
