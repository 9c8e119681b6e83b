import { createApp } from '../bot/app.ts';
import { startApp } from '../bot/start-app.ts';
import { createEventLog } from '../bot/runtime/event-log.ts';
import { filesErrorText, openFileStore } from '../bot/config/files-settings.ts';
import type { EnvironmentVariables } from '../bot/config/settings-schema.ts';
import { missingSupportText } from '../bot/config/word-settings.ts';
import { openStore } from '../bot/config/open-store.ts';
import { SecretMismatchError } from '../bot/config/settings-errors.ts';
import { toStoreOpeningError } from '../bot/config/store-opening-error.ts';
import { createTeamsAuthentication } from '../bot/teams/teams-authentication.ts';
import type { Store } from '../core/ports/store.ts';
import type { KeyGroup } from '../core/model/public-keys.ts';
import { createAgeSealer } from '../crypto/node/age-sealer.ts';
import type { FileLock } from '../storage/sqlite/file-lock.ts';
import { createDevelopmentRoleDirectory } from './development-role-directory.ts';
import { lockDataFolder } from './data-folder-lock.ts';
import { ensureDevelopmentKeys, migrateKeysFolder } from './development-keys.ts';
import {
  dataFolder,
  type DevelopmentRunSettings,
  loadDevelopmentSettings,
  loadDevelopmentSettingsDryRun,
} from './development-settings.ts';
import { findFreeLoopbackPort } from './loopback-port.ts';
import { playgroundConfigFolder, startPlayground } from './playground.ts';
import { DevelopmentStartError } from './development-start-error.ts';
import { createTabTokenIssuer, createSimulatedTeamsHost } from './simulated-teams-host.ts';

export interface DevelopmentServer {
  readonly botUrl: string;
  /** The page that stands in for Teams around the tab. */
  readonly tabUrl: string;
  readonly playgroundUrl: string;
  readonly settings: DevelopmentRunSettings;
  readonly identityFiles: Readonly<Record<KeyGroup, string>>;
  stop(): Promise<void>;
}

type WriteLine = (line: string) => void;

/**
 * Starts the Playground, since alerts go to its address, then the bot, both on loopback only. Rejects if another
 * development server has the data folder, a port is taken or the store cannot be opened.
 */
export async function startDevelopment(
  write: WriteLine,
  environment?: EnvironmentVariables,
): Promise<DevelopmentServer> {
  const before = loadDevelopmentSettingsDryRun(environment);
  const held = lockDataFolder(dataFolder(before));
  try {
    return await startWithLock(write, environment, before, held);
  } catch (error) {
    held.release();
    if (error instanceof SecretMismatchError) throw new DevelopmentStartError('secret', before.store.path);
    throw toStoreOpeningError(error, before.store.path);
  }
}

async function startWithLock(
  write: WriteLine,
  environment: EnvironmentVariables | undefined,
  before: DevelopmentRunSettings,
  held: FileLock,
): Promise<DevelopmentServer> {
  const botPort = await findFreeLoopbackPort(before.listen.port, 'PORT');
  const botUrl = `http://127.0.0.1:${botPort}`;
  const playground = await startPlayground({
    port: before.playgroundPort,
    botEndpoint: `${botUrl}/api/messages`,
    configFolder: playgroundConfigFolder,
  });
  let store: Store | undefined;
  try {
    const keys = await ensureDevelopmentKeys(migrateKeysFolder(before.store.path));
    // The Playground expects it there, even if HOST says otherwise.
    const ports = { HOST: '127.0.0.1', PORT: `${botPort}`, ALERT_SERVICE_URL: `${playground.url}/_connector` };
    const settings = { ...loadDevelopmentSettings(environment, ports), recipients: keys.recipients };
    const clock = () => new Date();
    const log = createEventLog(write, clock);
    store = await openStore(settings.store, clock);
    const tokens = await createTabTokenIssuer(settings.tenantId, settings.tab.clientId, clock);
    const app = await createApp(settings, {
      store,
      files: await openFileStore(settings.files, clock),
      seal: createAgeSealer(keys.recipients),
      authentication: createTeamsAuthentication(settings),
      log,
      clock,
      entraKeys: tokens.keys,
      chatDirectory: createDevelopmentRoleDirectory(settings.roles),
      extendServer: createSimulatedTeamsHost((person) => tokens.token(person)).serve,
    });
    const running = await startApp(app, settings, store, log);
    const fileStoreError = app.fileStoreError();
    if (fileStoreError) write(`${filesErrorText(settings.files, fileStoreError)}\n`);
    const missingSupport = missingSupportText(settings.contacts);
    if (missingSupport !== undefined) write(`${missingSupport}\n`);
    const stop = async () => {
      await running.stop();
      await playground.stop();
      held.release();
    };
    return {
      botUrl,
      tabUrl: `${botUrl}/development/teams`,
      playgroundUrl: playground.url,
      settings,
      identityFiles: keys.identityFiles,
      stop,
    };
  } catch (error) {
    await store?.close();
    await playground.stop();
    throw error;
  }
}

export const startupBanner = ({
  botUrl,
  tabUrl,
  playgroundUrl,
  settings,
  identityFiles,
}: Pick<DevelopmentServer, 'botUrl' | 'tabUrl' | 'playgroundUrl' | 'settings' | 'identityFiles'>): string => `
Candour is ready, for development.

  Playground  ${playgroundUrl}
  The tab     ${tabUrl}
  Bot         ${botUrl}/api/messages

Try the main job:
  1. In another terminal run "npm run fill-weeks", before anyone reads figures.
  2. Open the Playground's address in a browser and choose "Personal Chat".
  3. Choose "Report a concern" on the card and follow it to the receipt.
  4. Choose the channel "Alerts" and acknowledge the alert there.
  5. Open the tab's address, choose "ACU handler", and open the case there. The unit's
     key is the file ${identityFiles.acu}.
  6. Type "weekly summary" in the personal chat.

WARNING: authentication is off. Anyone who can reach these ports on this machine
can use them, and be anyone in the tab, so both listen on the loopback address
only. The Playground cannot change its user: the person who uses it has every
role. Teams would record what is typed into cards in its chat; production uses
dialogs. Reports go to ${settings.store.path}, and anyone can
read the keys that open them: type nothing real.

`;
