import type { Environment } from '../given-settings.ts';
import { loadServerSettings, listeningIn, type ProductionSettings } from '../server-settings.ts';
import { soundSettings } from '../settings-schema.ts';
import { storeIn } from '../store-settings.ts';
import { troublesOfListening } from './addresses-free.ts';
import { troublesOfSettings } from './settings-troubles.ts';
import { StartTroubles } from './start-troubles.ts';
import { troublesOfStore } from './store-troubles.ts';
import type { Trouble } from './trouble.ts';

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
