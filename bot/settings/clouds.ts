/** A cloud of Microsoft's: who signs what comes from Teams, where the bot signs in, and from where Teams may call. */
export interface Cloud {
  /** Who makes the tokens that Teams' connector calls with. */
  readonly issuer: string;
  /** Where that issuer says where its keys are published. */
  readonly metadataUrl: string;
  /**
   * The SDK's name for this cloud; nothing for the public one. It knows the addresses for the bot's own tokens by it.
   */
  readonly channelService: string;
  /** The scope that the bot's own tokens are asked for. */
  readonly oauthScope: string;
  /** The name that the SDK notes as the caller of an activity. */
  readonly callerId: string;
  /** Where Entra signs people in. */
  readonly entra: string;
  /** Where Microsoft Graph, and the management of Azure, are asked. */
  readonly graph: string;
  readonly azure: string;
  /** The hosts of Teams' connector. */
  readonly serviceHosts: readonly string[];
  /** Where the connector answers until Teams has said from where it calls. */
  readonly serviceUrl: string;
  /** Pages of Teams that may frame the tab beside those of the public cloud. */
  readonly framedBy: readonly string[];
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
  framedBy: [],
};

const governmentCloud: Omit<Cloud, 'graph' | 'serviceHosts' | 'serviceUrl' | 'framedBy'> = {
  issuer: 'https://api.botframework.us',
  metadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  channelService: 'https://botframework.azure.us',
  oauthScope: 'https://api.botframework.us',
  callerId: 'urn:botframework:azureusgov',
  entra: 'https://login.microsoftonline.us',
  azure: 'https://management.usgovcloudapi.net',
};

/** The clouds that the Bot Framework knows, by the names that the setting BOT_CLOUD has for them. */
export const clouds = {
  public: publicCloud,
  usgov: {
    ...governmentCloud,
    graph: 'https://graph.microsoft.us',
    serviceHosts: ['smba.infra.gov.teams.microsoft.us'],
    serviceUrl: 'https://smba.infra.gov.teams.microsoft.us/teams/',
    framedBy: ['https://gov.teams.microsoft.us'],
  },
  usgovdod: {
    ...governmentCloud,
    graph: 'https://dod-graph.microsoft.us',
    serviceHosts: ['smba.infra.dod.teams.microsoft.us'],
    serviceUrl: 'https://smba.infra.dod.teams.microsoft.us/teams/',
    framedBy: ['https://dod.teams.microsoft.us'],
  },
} as const satisfies Readonly<Record<string, Cloud>>;

/** The names of the clouds, as the setting BOT_CLOUD takes them. */
export const cloudNames = ['public', 'usgov', 'usgovdod'] as const satisfies readonly (keyof typeof clouds)[];
