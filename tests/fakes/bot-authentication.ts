import type { TokenIssuer } from './token-issuer.ts';

/** The settings that point ConfigurationBotFrameworkAuthentication at an issuer: all of them, or it takes none. */
export const createBotAuthentication = ({ appId, issuer, metadataUrl, tokenUrl }: TokenIssuer) =>
  ({
    MicrosoftAppId: appId,
    MicrosoftAppType: 'MultiTenant',
    ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
    ToBotFromChannelTokenIssuer: issuer,
    ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
    ToChannelFromBotLoginUrl: tokenUrl,
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    OAuthUrl: tokenUrl,
    ValidateAuthority: 'true',
    ChannelService: '',
    CallerId: '',
  }) as const;
