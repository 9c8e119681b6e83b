import type { BotFrameworkAuthentication } from 'botframework-connector';
import type { ServerSettings } from '../config/server-settings.ts';
import { createServiceUrlCheck } from '../config/service-url.ts';
import { type ChannelConnection, createChannelConnections } from './channel-connection.ts';

/** For hosts outside Teams, posts go to the settings' address: no other host gets the bot's token. */
export function createAllowedConnections(
  { registration, connector, alerts }: ServerSettings,
  deps: { readonly authentication: BotFrameworkAuthentication; readonly deadlineMs: number },
): (serviceUrl: string) => ChannelConnection {
  const connect = createChannelConnections({
    ...deps,
    appId: registration?.appId ?? '',
    oauthScope: connector.cloud.oauthScope,
  });
  const isAllowedAddress = createServiceUrlCheck(connector);
  return (address) => connect(isAllowedAddress(address) ? address : alerts.serviceUrl);
}
