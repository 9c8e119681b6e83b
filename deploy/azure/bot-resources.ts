import { ids, inside, ofIdentity, type Resource, variable, worked } from './parts.ts';
import { publicHost } from './server-resources.ts';

const botVersion = '2022-09-15';

/** The bot as Teams finds it: known by the server's identity, which has no secret that could run out, and Teams alone. */
export const botResources: readonly Resource[] = [
  {
    type: 'Microsoft.BotService/botServices',
    apiVersion: botVersion,
    name: worked(variable('bot')),
    location: 'global',
    kind: 'azurebot',
    sku: { name: 'F0' },
    dependsOn: [worked(ids.identity), worked(ids.surroundings)],
    properties: {
      displayName: 'Candour',
      endpoint: worked(`format('https://{0}/api/messages', ${publicHost})`),
      msaAppId: worked(ofIdentity('clientId')),
      msaAppType: 'UserAssignedMSI',
      msaAppTenantId: worked('subscription().tenantId'),
      msaAppMSIResourceId: worked(ids.identity),
      disableLocalAuth: true,
      isStreamingSupported: false,
      publicNetworkAccess: 'Enabled',
      schemaTransformationVersion: '1.3',
    },
  },
  {
    type: 'Microsoft.BotService/botServices/channels',
    apiVersion: botVersion,
    name: inside(worked(variable('bot')), 'MsTeamsChannel'),
    location: 'global',
    dependsOn: [worked(ids.bot)],
    properties: {
      channelName: 'MsTeamsChannel',
      properties: { isEnabled: true, enableCalling: false, acceptedTerms: true },
    },
  },
];
