export interface Cloud {
  readonly issuer: string;
  readonly metadataUrl: string;
  /** The SDK's name for the addresses of the bot's tokens; empty for the public cloud. */
  readonly channelService: string;
  readonly oauthScope: string;
  readonly callerId: string;
  readonly entra: string;
  readonly graph: string;
  readonly azure: string;
  readonly serviceHosts: readonly string[];
  /** Used until Teams has named an address. */
  readonly serviceUrl: string;
  readonly frameAncestors: readonly string[];
}

const publicCloud: Cloud = {
  issuer: 'https://api.botframework.com',
  metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  channelService: '',
  oauthScope: 'https://api.botframework.com',
  callerId: 'urn:botframework:azure',
  entra: 'https://login.microsoftonline.com',
  graph: 'https://graph.microsoft.com',
  azure: 'https://management.azure.com',
  serviceHosts: [
    'smba.trafficmanager.net',
    'smba.onyx.prod.teams.trafficmanager.net',
    'smba.infra.gcc.teams.microsoft.com',
  ],
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  frameAncestors: [],
};

const governmentCloud: Omit<Cloud, 'graph' | 'serviceHosts' | 'serviceUrl' | 'frameAncestors'> = {
  issuer: 'https://api.botframework.us',
  metadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  channelService: 'https://botframework.azure.us',
  oauthScope: 'https://api.botframework.us',
  callerId: 'urn:botframework:azureusgov',
  entra: 'https://login.microsoftonline.us',
  azure: 'https://management.usgovcloudapi.net',
};

export const clouds = {
  public: publicCloud,
  usgov: {
    ...governmentCloud,
    graph: 'https://graph.microsoft.us',
    serviceHosts: ['smba.infra.gov.teams.microsoft.us'],
    serviceUrl: 'https://smba.infra.gov.teams.microsoft.us/teams/',
    frameAncestors: ['https://gov.teams.microsoft.us'],
  },
  usgovdod: {
    ...governmentCloud,
    graph: 'https://dod-graph.microsoft.us',
    serviceHosts: ['smba.infra.dod.teams.microsoft.us'],
    serviceUrl: 'https://smba.infra.dod.teams.microsoft.us/teams/',
    frameAncestors: ['https://dod.teams.microsoft.us'],
  },
} as const satisfies Readonly<Record<string, Cloud>>;

export const cloudNames = ['public', 'usgov', 'usgovdod'] as const satisfies readonly (keyof typeof clouds)[];
