import type { Json } from '../template/json.ts';
import { accessResources } from './access-resources.ts';
import { alertResources } from './alert-resources.ts';
import { botResources } from './bot-resources.ts';
import { dataResources } from './data-resources.ts';
import { networkResources } from './network-resources.ts';
import { templateParameters } from './parameters.ts';
import { ids, ofIdentity, variable, worked } from './parts.ts';
import { publicHost, serverResources } from './server-resources.ts';
import { templateVariables } from './variables.ts';

const says = (expression: string): Json => ({ type: 'string', value: worked(expression) });

/** A resource as it is written: its names in the order in which Azure's own examples have them. */
const plain = (value: object): Json => JSON.parse(JSON.stringify(value));

/**
 * The template that makes Candour in a resource group of Azure: deployed again it changes what differs, and nothing
 * else. Its outputs are what the app package and the operator need, and no secret.
 */
export const azureTemplate = (): Json => ({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  metadata: { generatedBy: 'npm run deploy -- write' },
  parameters: templateParameters,
  variables: templateVariables,
  resources: [
    ...dataResources,
    ...accessResources,
    ...networkResources,
    ...serverResources,
    ...botResources,
    ...alertResources,
  ].map(plain),
  outputs: {
    TENANT_ID: says('subscription().tenantId'),
    BOT_APP_ID: says(ofIdentity('clientId')),
    PUBLIC_HOST: says(publicHost),
    identityObjectId: says(ofIdentity('principalId')),
    vault: says(variable('vault')),
    registry: says(`reference(${ids.registry}, '2025-04-01').loginServer`),
    cosmosEndpoint: says(`reference(${ids.cosmos}, '2025-04-15').documentEndpoint`),
    filesAccount: says(`reference(${ids.files}, '2025-01-01').primaryEndpoints.blob`),
    defaultHost: says(
      `format('{0}.{1}', ${variable('server')}, reference(${ids.surroundings}, '2025-01-01').defaultDomain)`,
    ),
    domainProof: says(
      `reference(${ids.surroundings}, '2025-01-01').customDomainConfiguration.customDomainVerificationId`,
    ),
  },
});
