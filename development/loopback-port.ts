import { createServer } from 'node:net';
import { ListenAddressError } from '../bot/config/settings-errors.ts';

/**
 * A free port on 127.0.0.1: this one, or any for 0. Another program may take it first. Rejects with ListenAddressError, by
 * its setting's name.
 */
export const findFreeLoopbackPort = (port: number, setting: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(new ListenAddressError(error, port, ['HOST', setting])));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      const found = typeof address === 'object' && address !== null ? address.port : port;
      probe.close(() => resolve(found));
    });
  });
