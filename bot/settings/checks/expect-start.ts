import type { Environment } from '../given-settings.ts';
import { loadServerSettings, listeningIn, type ProductionSettings } from '../server-settings.ts';
import { soundSettings } from '../settings-schema.ts';
import { storeIn } from '../store-settings.ts';
import { troublesOfListening } from './addresses-free.ts';
import { troublesOfSettings } from './settings-troubles.ts';
import { StartTroubles } from './start-troubles.ts';
import { troublesOfStore } from './store-troubles.ts';
import type { Trouble } from './trouble.ts';

/** The settings that say where a store is, and how it is used: it is looked at where nothing is wrong with these. */
const ofStore = (name: string): boolean => name === 'STORE' || /^(?:SQLITE|COSMOS|CANDOUR)_/u.test(name);
const ofAddresses = (name: string): boolean => /^(?:HEALTH_)?(?:HOST|PORT)$/u.test(name);

/**
 * All that keeps a server of a force from starting: settings, and, as far as the settings for it can be right, its store
 * and its addresses. Nothing is opened, made or written. None where nothing was found. A place of files that is away keeps
 * no server from starting.
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
 * The settings of a force's server, once nothing stands in the way of its start as far as it can be seen; those of this
 * process where no environment is given. Throws StartTroubles with all that was found, `also` among it.
 */
export async function expectStart(
  also: readonly Trouble[] = [],
  environment: Environment = process.env,
): Promise<ProductionSettings> {
  const troubles = [...(await troublesOfStart(environment)), ...also];
  if (troubles.length > 0) throw new StartTroubles(troubles);
  return loadServerSettings(environment);
}
