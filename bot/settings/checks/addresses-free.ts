import { createServer } from 'node:net';
import { AddressError } from '../address-error.ts';
import type { ServerSettings } from '../server-settings.ts';
import type { Trouble } from './trouble.ts';

type Asked = readonly [port: number, host: string, named: readonly [host: string, port: string]];

const troubleListening = ([port, host, named]: Asked): Promise<Trouble | undefined> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const { message, settings, isTaken } = new AddressError(error, port, named);
      resolve({ kind: isTaken ? 'other' : 'settings', settings, sentence: message });
    });
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });

export async function troublesOfListening({
  listening,
}: Pick<ServerSettings, 'listening'>): Promise<readonly Trouble[]> {
  const { host, port, health } = listening;
  const asked: readonly Asked[] = [
    [port, host, ['HOST', 'PORT']],
    ...(health ? [[health.port, health.host, ['HEALTH_HOST', 'HEALTH_PORT']] as const] : []),
  ];
  const found = await Promise.all(asked.map(troubleListening));
  return found.filter((one) => one !== undefined);
}
