import { createServer } from 'node:net';

/**
 * The port itself when it is free on 127.0.0.1, a free one for 0, or `undefined` when something listens there.
 * It is free at this moment only: whoever takes it must still look whether it got it.
 */
export const loopbackPort = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      const found = typeof address === 'object' && address !== null ? address.port : undefined;
      probe.close(() => resolve(found));
    });
  });
