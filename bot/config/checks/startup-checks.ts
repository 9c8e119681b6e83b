import { type EnvironmentVariables, parseValidSettings } from '../settings-schema.ts';
import {
  parseListenSettings,
  loadServerSettings,
  type ProductionSettings,
  type ServerSettings,
} from '../server-settings.ts';
import { parseStoreSettings } from '../store-settings.ts';
import { checkSettings } from './settings-checks.ts';
import { StartupError, type ConfigProblem } from './config-problem.ts';
import { checkStoreSettings } from './store-checks.ts';
import { createServer } from 'node:net';
import { ListenAddressError } from '../settings-errors.ts';

const isStoreSetting = (name: string): boolean => name === 'STORE' || /^(?:SQLITE|COSMOS|CANDOUR)_/u.test(name);
const isAddressSetting = (name: string): boolean => /^(?:HEALTH_)?(?:HOST|PORT)$/u.test(name);

/**
 * Checks settings, and as far as these allow store and addresses. Opens and writes nothing. An unreachable store of
 * files is no problem.
 */
export async function checkStartup(environment: EnvironmentVariables = process.env): Promise<readonly ConfigProblem[]> {
  const settingsProblems = checkSettings(environment);
  const { settings } = parseValidSettings(environment);
  const isValid = (which: (name: string) => boolean) => !settingsProblems.some((one) => one.settings.some(which));
  const [storeProblems, listening] = await Promise.all([
    isValid(isStoreSetting) ? checkStoreSettings(parseStoreSettings(settings)) : Promise.resolve([]),
    isValid(isAddressSetting) ? checkListenAddresses({ listen: parseListenSettings(settings) }) : Promise.resolve([]),
  ]);
  return [...settingsProblems, ...storeProblems, ...listening];
}

/** A server's settings. Throws StartupError with every problem, and `moreProblems`. */
export async function loadCheckedSettings(
  moreProblems: readonly ConfigProblem[] = [],
  environment: EnvironmentVariables = process.env,
): Promise<ProductionSettings> {
  const problems = [...(await checkStartup(environment)), ...moreProblems];
  if (problems.length > 0) throw new StartupError(problems);
  return loadServerSettings(environment);
}

type ListenAddress = readonly [port: number, host: string, named: readonly [host: string, port: string]];

const checkListenAddress = ([port, host, named]: ListenAddress): Promise<ConfigProblem | undefined> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const { message, settings, isAddressInUse } = new ListenAddressError(error, port, named);
      resolve({ kind: isAddressInUse ? 'other' : 'settings', settings, sentence: message });
    });
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });

async function checkListenAddresses({ listen }: Pick<ServerSettings, 'listen'>): Promise<readonly ConfigProblem[]> {
  const { host, port, health } = listen;
  const addresses: readonly ListenAddress[] = [
    [port, host, ['HOST', 'PORT']],
    ...(health ? [[health.port, health.host, ['HEALTH_HOST', 'HEALTH_PORT']] as const] : []),
  ];
  const problems = await Promise.all(addresses.map(checkListenAddress));
  return problems.filter((one) => one !== undefined);
}
