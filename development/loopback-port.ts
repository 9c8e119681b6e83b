import { createServer } from 'node:net';
import { AddressError } from '../bot/config/settings-error.ts';

/**
 * A free port on 127.0.0.1: this one, or any for 0. Another program may take it first. Rejects with AddressError, by
 * its setting's name.
 */
export const checkLoopbackPort = (port: number, setting: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(new AddressError(error, port, ['HOST', setting])));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      const found = typeof address === 'object' && address !== null ? address.port : port;
      probe.close(() => resolve(found));
    });
  });
