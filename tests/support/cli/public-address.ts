import type { Server } from 'node:https';
import type { LookupFunction } from 'node:net';
import { generate } from 'selfsigned';
import type { ProbeRoute } from '../../../cli/doctor/http-probe.ts';

/** The name under which everybody reaches the server of a test. */
export const publicHost = 'candour.force.example';

const dayMs = 24 * 3_600_000;

/** A certificate that is its own authority, for a name, and so many days from now; ended where they are below 0. */
export async function createHostCertificate({
  days,
  name = publicHost,
}: {
  readonly days: number;
  readonly name?: string;
}) {
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 30 * dayMs),
    notAfterDate: new Date(Date.now() + days * dayMs),
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
    ],
  });
  return { key: made.private, cert: made.cert };
}

/** Leads each name to this machine. */
export const resolveToLoopback: LookupFunction = (_name, options, found) =>
  options.all ? found(null, [{ address: '127.0.0.1', family: 4 }]) : found(null, '127.0.0.1', 4);

/** Leads a name to a port of this machine. */
export const routeToPort = (port: number): ProbeRoute => ({ lookup: resolveToLoopback, port });

/** Leads a name to a server of this machine. */
export function routeTo(server: Server): ProbeRoute {
  const address = server.address();
  return routeToPort(typeof address === 'object' && address !== null ? address.port : 0);
}
