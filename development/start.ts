import { join } from 'node:path';
import { createAgeSeal } from '../seals/node/age-seal.ts';
import type { KeyGroup } from '../concerns/terms/recipients.ts';
import { createApp } from '../bot/app.ts';
import { createAuthentication } from '../bot/teams/authentication.ts';
import { makeDevelopmentKeys } from './development-keys.ts';
import { type Config, loadConfig } from '../bot/settings/config.ts';
import { createEventLog } from '../bot/running/event-log.ts';
import { openStore } from '../bot/settings/open-store.ts';
import { type Running, run } from '../bot/run.ts';
import { chatDirectory } from './chat-directory.ts';
import { developmentSettings, dataFolder } from './development-settings.ts';
import { developmentClientId, developmentTenantId } from './people.ts';
import { loopbackPort } from './loopback-port.ts';
import { PlaygroundError } from './playground-error.ts';
import { playgroundConfigFolder, startPlayground } from './playground.ts';
import { createTabTokens } from './tab-tokens.ts';
import { createTeamsHost } from './teams-host.ts';

/** The bot and the Playground, running on this machine for one developer. */
export interface Development {
  readonly botUrl: string;
  /** The page that stands in for Teams around the tab. */
  readonly tabUrl: string;
  readonly playgroundUrl: string;
  readonly config: Config;
  readonly identityFiles: Readonly<Record<KeyGroup, string>>;
  stop(): Promise<void>;
}

/**
 * Starts the Playground first, since its address is where alerts go, then the bot. Both listen on loopback only.
 * Rejects when a port is taken or the store cannot be opened.
 */
export async function startDevelopment(
  environment: Readonly<Record<string, string | undefined>>,
  write: (line: string) => void,
): Promise<Development> {
  const settings = developmentSettings(environment);
  const botPort = await loopbackPort(loadConfig(settings).PORT);
  if (botPort === undefined) throw new PlaygroundError('port-taken');
  const botUrl = `http://127.0.0.1:${botPort}`;
  const playground = await startPlayground({
    port: Number(settings['PLAYGROUND_PORT']),
    botEndpoint: `${botUrl}/api/messages`,
    configFolder: playgroundConfigFolder,
  });
  let running: Running | undefined;
  try {
    const config = loadConfig({ ...settings, PORT: `${botPort}`, ALERT_SERVICE_URL: `${playground.url}/_connector` });
    const keys = await makeDevelopmentKeys(join(dataFolder(config), 'keys'));
    const clock = () => new Date();
    const log = createEventLog(write, clock);
    const store = openStore(config, clock);
    const tenantId = config.TENANT_ID ?? developmentTenantId;
    const clientId = config.TAB_CLIENT_ID ?? developmentClientId;
    const tokens = await createTabTokens(tenantId, clientId, clock);
    const app = createApp(config, {
      store,
      seal: createAgeSeal(keys.recipients),
      authentication: createAuthentication(config),
      log,
      clock,
      secret: config.CARRIED_STATE_SECRET ?? '',
      tenantId,
      recipients: keys.recipients,
      entraKeys: tokens.keys,
      chatDirectory: chatDirectory(config),
      alsoServe: createTeamsHost((person) => tokens.token(person)).serve,
    });
    running = await run(app, config, store, log);
    const stop = async () => {
      await running?.stop();
      await playground.stop();
    };
    return {
      botUrl,
      tabUrl: `${botUrl}/development/teams`,
      playgroundUrl: playground.url,
      config,
      identityFiles: keys.identityFiles,
      stop,
    };
  } catch (error) {
    await playground.stop();
    throw error;
  }
}
