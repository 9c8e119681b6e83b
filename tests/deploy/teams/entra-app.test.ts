import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { configuredRoles, roles } from '../../../core/model/roles.ts';
import { entraAppManifest } from '../../../deploy/teams/entra-app.ts';
import { appManifest } from '../../../manifest/app-manifest.ts';
import { loadPackageSettings } from '../../../manifest/package-settings.ts';

const guid = z.guid();
const placeholder = z.string().regex(/^\$\{\{AAD_APP_(?:OBJECT|CLIENT)_ID\}\}$/u);
const claims = z.array(z.strictObject({ name: z.enum(['acct', 'idtyp']), essential: z.boolean() }));

/** The resource "application" of Microsoft Graph, as far as Candour has any of it, and no further. */
const applicationSchema = z.strictObject({
  id: placeholder,
  appId: placeholder,
  displayName: z.string().min(1).max(256),
  signInAudience: z.literal('AzureADMyOrg'),
  identifierUris: z.array(z.string().startsWith('api://')).length(1),
  info: z.strictObject({
    privacyStatementUrl: z.string().startsWith('https://'),
    termsOfServiceUrl: z.string().startsWith('https://'),
    supportUrl: z.string().startsWith('https://'),
  }),
  api: z.strictObject({
    requestedAccessTokenVersion: z.literal(2),
    oauth2PermissionScopes: z.array(
      z.strictObject({
        id: guid,
        value: z.string().regex(/^[\w.-]{1,120}$/u),
        type: z.enum(['User', 'Admin']),
        isEnabled: z.boolean(),
        adminConsentDisplayName: z.string().min(1).max(100),
        adminConsentDescription: z.string().min(1),
        userConsentDisplayName: z.string().max(100),
        userConsentDescription: z.string(),
      }),
    ),
    preAuthorizedApplications: z.array(z.strictObject({ appId: guid, delegatedPermissionIds: z.array(guid).min(1) })),
  }),
  appRoles: z.array(
    z.strictObject({
      id: guid,
      value: z.string().regex(/^\w{1,120}$/u),
      displayName: z.string().min(1),
      description: z.string().min(1),
      allowedMemberTypes: z.array(z.enum(['User', 'Application'])).min(1),
      isEnabled: z.boolean(),
    }),
  ),
  optionalClaims: z.strictObject({ accessToken: claims, idToken: claims, saml2Token: claims }),
  requiredResourceAccess: z.array(z.never()),
});

const teams = applicationSchema.parse(entraAppManifest());
const everywhere = applicationSchema.parse(entraAppManifest({ everywhere: true }));

describe('the registration of the tab in Entra', () => {
  it('is an application as Microsoft Graph takes it, with no secret and no permission at Microsoft', () => {
    expect(teams.requiredResourceAccess).toEqual([]);
    expect(JSON.stringify(entraAppManifest())).not.toMatch(/passwordCredentials|keyCredentials/u);
  });

  it('has the roles that no list has to give, for people alone', () => {
    expect(teams.appRoles.map(({ value }) => value)).toEqual(['summaryAcu', 'summaryWider', 'communications', 'admin']);
    expect(teams.appRoles.every(({ allowedMemberTypes }) => allowedMemberTypes.join() === 'User')).toBe(true);
  });

  it('lets the clients of Teams ask for the one scope, and those of Outlook and Microsoft 365 only where that is wanted', () => {
    const [scope] = teams.api.oauth2PermissionScopes;
    expect(teams.api.oauth2PermissionScopes.map(({ value }) => value)).toEqual(['access_as_user']);
    const clients = (app: typeof teams) => app.api.preAuthorizedApplications.map(({ appId }) => appId);
    expect(clients(teams)).toEqual(['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346']);
    expect(clients(everywhere)).toEqual(expect.arrayContaining(clients(teams)));
    expect(clients(everywhere)).toHaveLength(7);
    for (const { delegatedPermissionIds } of everywhere.api.preAuthorizedApplications)
      expect(delegatedPermissionIds).toEqual([scope?.id]);
  });

  it('has ids that differ from each other and are the same at every provision', () => {
    const ids = [...teams.appRoles, ...teams.api.oauth2PermissionScopes].map(({ id }) => id);
    expect(new Set(ids).size).toBe(roles.length - configuredRoles.length + 1);
    expect(everywhere.appRoles).toEqual(teams.appRoles);
  });

  it('says of tokens whether their person is a guest', () => {
    expect(teams.optionalClaims.accessToken.map(({ name }) => name)).toContain('acct');
  });

  it('is what the app package names as the tab’s', () => {
    const host = 'candour.example.org';
    const tabClientId = '55555555-aaaa-4aaa-8aaa-555555555555';
    const manifest = appManifest(
      loadPackageSettings({
        CANDOUR_ENVIRONMENT: 'development',
        PUBLIC_HOST: host,
        TAB_CLIENT_ID: tabClientId,
      }),
    );
    const filled = (text: string | undefined) =>
      text?.replaceAll('${{PUBLIC_HOST}}', host).replaceAll('${{AAD_APP_CLIENT_ID}}', tabClientId);
    expect(filled(teams.identifierUris[0])).toBe(manifest.webApplicationInfo?.resource);
    expect(filled(teams.info.privacyStatementUrl)).toBe(manifest.developer.privacyUrl);
    expect(filled(teams.info.termsOfServiceUrl)).toBe(manifest.developer.termsOfUseUrl);
  });
});
