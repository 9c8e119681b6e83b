import { createHash } from 'node:crypto';
import { tabHosts } from '../../bot/config/tab-hosts.ts';
import { isConfiguredRole, type ConfiguredRole, type Role, roles } from '../../core/model/roles.ts';
import type { Json } from '../azure/json.ts';

/** The same in every tenant: Entra only asks that an id is unique in its registration. */
const deterministicId = (word: string): string =>
  createHash('sha256')
    .update(`candour ${word}`)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/u, '$1-$2-5$3-a$4-$5');

const scopeName = 'access_as_user';

type TokenRole = Exclude<Role, ConfiguredRole>;

const roleDescriptions: Readonly<Record<TokenRole, readonly [name: string, does: string]>> = {
  summaryAcu: ['Full weekly summary', 'Reads the full weekly summary.'],
  summaryWider: ['Weekly summary for wider readers', 'Reads the weekly summary in which small counts are not shown.'],
  communications: ['Communications', 'Writes guidance and campaigns. The role gives no access to cases.'],
  admin: [
    'Admin',
    'Invites partners, checks keys, approves guidance and campaigns, and reads summaries for wider readers.',
  ],
};

const isTokenRole = (role: Role): role is TokenRole => !isConfiguredRole(role);

const appRole = (role: TokenRole): Json => {
  const [displayName, description] = roleDescriptions[role];
  return {
    id: deterministicId(`role ${role}`),
    value: role,
    displayName,
    description,
    allowedMemberTypes: ['User'],
    isEnabled: true,
  };
};

/**
 * The registration of the tab's API in Entra, for Microsoft Graph and the Agents Toolkit: one tenant, no secret, no
 * permission at Microsoft, version 2 tokens that say whether their person is a guest. Teams' clients get tokens without
 * a question, with `everywhere` those of Outlook and Microsoft 365 too.
 */
export function entraAppManifest({ everywhere: includesMicrosoft365 = false } = {}): Json {
  return {
    id: '${{AAD_APP_OBJECT_ID}}',
    appId: '${{AAD_APP_CLIENT_ID}}',
    displayName: 'Candour',
    signInAudience: 'AzureADMyOrg',
    identifierUris: ['api://${{PUBLIC_HOST}}/${{AAD_APP_CLIENT_ID}}'],
    info: {
      privacyStatementUrl: 'https://${{PUBLIC_HOST}}/privacy',
      termsOfServiceUrl: 'https://${{PUBLIC_HOST}}/terms',
      supportUrl: 'https://${{PUBLIC_HOST}}/support',
    },
    api: {
      requestedAccessTokenVersion: 2,
      oauth2PermissionScopes: [
        {
          id: deterministicId(`scope ${scopeName}`),
          value: scopeName,
          type: 'User',
          isEnabled: true,
          adminConsentDisplayName: 'Use Candour',
          adminConsentDescription: 'Lets Teams sign people in to Candour with their own accounts.',
          userConsentDisplayName: 'Use Candour',
          userConsentDescription: 'Lets Teams sign you in to Candour.',
        },
      ],
      preAuthorizedApplications: tabHosts[includesMicrosoft365 ? 'microsoft365' : 'teams'].clients.map((appId) => ({
        appId,
        delegatedPermissionIds: [deterministicId(`scope ${scopeName}`)],
      })),
    },
    appRoles: roles.filter(isTokenRole).map(appRole),
    optionalClaims: {
      accessToken: [
        { name: 'acct', essential: false },
        { name: 'idtyp', essential: false },
      ],
      idToken: [],
      saml2Token: [],
    },
    requiredResourceAccess: [],
  };
}
