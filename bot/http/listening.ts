import type { Server } from 'restify';
import { AddressError } from '../settings/address-error.ts';

/** In milliseconds; a turn gives up before. */
const patienceMs = 10_000;

type Named = readonly [host: string, port: string];

/** Rejects with AddressError, which names `named`. */
export async function listen(server: Server, port: number, host: string, named: Named): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    // restify passes on its server's errors, and one without a listener ends the process.
    server.once('error', (error: unknown) => reject(new AddressError(error, port, named)));
    server.server.listen(port, host, () => resolve());
  });
}

/** Waits for running requests, up to `patienceMs`. */
export async function closed({ server }: Server): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  // A kept-alive connection is idle only after its answer.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const impatient = setTimeout(() => server.closeAllConnections(), patienceMs);
  await done;
  clearInterval(idle);
  clearTimeout(impatient);
}

export function portOf({ server }: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
