import type { Server } from 'restify';
import { AddressError } from '../settings/address-error.ts';

/** Open connections get this long to finish their turns, in milliseconds; a turn gives up before. */
const patienceMs = 10_000;

/** The settings that an address comes from. */
type Named = readonly [host: string, port: string];

/** Has a server listen at an address. Rejects with AddressError, which names the settings that it comes from. */
export async function listen(server: Server, port: number, host: string, named: Named): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    // restify hands on the errors of its server, and one that nobody listens for ends the process.
    server.once('error', (error: unknown) => reject(new AddressError(error, port, named)));
    server.server.listen(port, host, () => resolve());
  });
}

/** Closes a server that takes nothing new, once what is under way is answered or its time is over. */
export async function closed({ server }: Server): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that is kept alive is only idle once its turn is answered.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const impatient = setTimeout(() => server.closeAllConnections(), patienceMs);
  await done;
  clearInterval(idle);
  clearTimeout(impatient);
}

/** The port that a server listens on; 0 where it does not. */
export function portOf({ server }: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
