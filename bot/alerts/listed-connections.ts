import type { BotFrameworkAuthentication } from 'botframework-connector';
import { clouds } from '../settings/clouds.ts';
import type { Config } from '../settings/config.ts';
import { createServiceAddresses } from '../settings/service-address.ts';
import { type ChannelConnection, createChannelConnections } from '../teams/channel-connection.ts';

/**
 * Connections to the connector's addresses alone. A target that was kept before may name a host that is none of Teams':
 * the bot's token goes to no such place, and what was meant for it goes to the address of the settings.
 */
export function createListedConnections(
  config: Config,
  deps: { readonly authentication: BotFrameworkAuthentication; readonly deadlineMs: number },
): (serviceUrl: string) => ChannelConnection {
  const connect = createChannelConnections({
    ...deps,
    appId: config.BOT_APP_ID ?? '',
    oauthScope: clouds[config.BOT_CLOUD].oauthScope,
  });
  const isListed = createServiceAddresses(config);
  return (address) => connect(isListed(address) ? address : config.ALERT_SERVICE_URL);
}
