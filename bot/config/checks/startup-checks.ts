import { type Environment, soundSettings } from '../schema.ts';
import { listeningIn, loadServerSettings, type ProductionSettings, type ServerSettings } from '../server-settings.ts';
import { storeIn } from '../store-settings.ts';
import { troublesOfSettings } from './settings-issues.ts';
import { StartTroubles, type Trouble } from './issue.ts';
import { troublesOfStore } from './store-issues.ts';
import { createServer } from 'node:net';
import { AddressError } from '../settings-error.ts';

const ofStore = (name: string): boolean => name === 'STORE' || /^(?:SQLITE|COSMOS|CANDOUR)_/u.test(name);
const ofAddresses = (name: string): boolean => /^(?:HEALTH_)?(?:HOST|PORT)$/u.test(name);

/**
 * Everything that keeps a server from starting: settings, and as far as these allow, store and addresses. Opens and
 * writes nothing. An unreachable place of files is no obstacle.
 */
export async function troublesOfStart(environment: Environment = process.env): Promise<readonly Trouble[]> {
  const ofSettings = troublesOfSettings(environment);
  const { settings } = soundSettings(environment);
  const isSound = (which: (name: string) => boolean) => !ofSettings.some((one) => one.settings.some(which));
  const [ofStores, listening] = await Promise.all([
    isSound(ofStore) ? troublesOfStore(storeIn(settings)) : Promise.resolve([]),
    isSound(ofAddresses) ? troublesOfListening({ listening: listeningIn(settings) }) : Promise.resolve([]),
  ]);
  return [...ofSettings, ...ofStores, ...listening];
}

/**
 * A server's settings, if nothing found keeps it from starting. Throws StartTroubles with everything found and `also`.
 */
export async function expectStart(
  also: readonly Trouble[] = [],
  environment: Environment = process.env,
): Promise<ProductionSettings> {
  const troubles = [...(await troublesOfStart(environment)), ...also];
  if (troubles.length > 0) throw new StartTroubles(troubles);
  return loadServerSettings(environment);
}

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

async function troublesOfListening({ listening }: Pick<ServerSettings, 'listening'>): Promise<readonly Trouble[]> {
  const { host, port, health } = listening;
  const asked: readonly Asked[] = [
    [port, host, ['HOST', 'PORT']],
    ...(health ? [[health.port, health.host, ['HEALTH_HOST', 'HEALTH_PORT']] as const] : []),
  ];
  const found = await Promise.all(asked.map(troubleListening));
  return found.filter((one) => one !== undefined);
}
