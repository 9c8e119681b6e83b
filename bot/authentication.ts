import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { BotFrameworkAuthentication } from 'botframework-connector';
import type { Config } from './config.ts';

/**
 * How callers' tokens are checked and our own are made, by the SDK. In development there is no app id, which turns
 * both off: the server listens on loopback only then, and says so.
 */
export const createAuthentication = (config: Config): BotFrameworkAuthentication =>
  config.BOT_APP_ID === undefined
    ? new ConfigurationBotFrameworkAuthentication({})
    : new ConfigurationBotFrameworkAuthentication({
        MicrosoftAppId: config.BOT_APP_ID,
        MicrosoftAppPassword: config.BOT_APP_PASSWORD ?? '',
        MicrosoftAppType: config.BOT_APP_TYPE,
        MicrosoftAppTenantId: config.TENANT_ID ?? '',
      });
