import type { BotFrameworkAuthentication } from 'botframework-connector';
import type { ServerSettings } from '../settings/server-settings.ts';
import { createServiceAddresses } from '../settings/service-address.ts';
import { type ChannelConnection, createChannelConnections } from '../teams/channel-connection.ts';

/**
 * Connections to the connector's addresses alone. A target that was kept before may name a host that is none of Teams':
 * the bot's token goes to no such place, and what was meant for it goes to the address of the settings.
 */
export function createListedConnections(
  { registration, connector, alerts }: ServerSettings,
  deps: { readonly authentication: BotFrameworkAuthentication; readonly deadlineMs: number },
): (serviceUrl: string) => ChannelConnection {
  const connect = createChannelConnections({
    ...deps,
    appId: registration?.appId ?? '',
    oauthScope: connector.cloud.oauthScope,
  });
  const isListed = createServiceAddresses(connector);
  return (address) => connect(isListed(address) ? address : alerts.serviceUrl);
}
