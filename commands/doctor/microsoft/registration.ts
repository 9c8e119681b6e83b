import { z } from 'zod';

/** A date of Graph; one that cannot be read is as one that has passed. */
const dated = z.string().transform((text) => Date.parse(text) || 0);

const credential = z.object({
  endDateTime: dated,
  hint: z.string().nullish(),
  customKeyIdentifier: z.string().nullish(),
});
const addresses = z.object({ redirectUris: z.array(z.unknown()).default([]) }).partial();

/** A registration as Graph has it, as far as it is looked at. Lists that are missing are empty. */
export const registrationSchema = z.object({
  signInAudience: z.string(),
  identifierUris: z.array(z.string()).default([]),
  api: z.object({
    requestedAccessTokenVersion: z.number().nullish(),
    oauth2PermissionScopes: z
      .array(z.object({ id: z.string(), value: z.string().nullish(), isEnabled: z.boolean() }))
      .default([]),
    preAuthorizedApplications: z
      .array(z.object({ appId: z.string().toLowerCase(), delegatedPermissionIds: z.array(z.string()).default([]) }))
      .default([]),
  }),
  appRoles: z
    .array(
      z.object({
        value: z.string().nullish(),
        isEnabled: z.boolean(),
        allowedMemberTypes: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  optionalClaims: z
    .object({ accessToken: z.array(z.object({ name: z.string() })).default([]) })
    .partial()
    .nullish(),
  web: addresses
    .extend({
      implicitGrantSettings: z
        .object({ enableAccessTokenIssuance: z.boolean(), enableIdTokenIssuance: z.boolean() })
        .partial()
        .nullish(),
    })
    .nullish(),
  spa: addresses.nullish(),
  publicClient: addresses.nullish(),
  requiredResourceAccess: z
    .array(z.object({ resourceAccess: z.array(z.object({ id: z.string() })).default([]) }))
    .default([]),
  passwordCredentials: z.array(credential).default([]),
  keyCredentials: z.array(credential).default([]),
});
export type Registered = z.infer<typeof registrationSchema>;
/** A secret or certificate of a registration. */
export type Credential = z.infer<typeof credential>;
