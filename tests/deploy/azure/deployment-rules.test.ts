import { describe, expect, it } from '@jest/globals';
import { readAzureTemplate, forceSettings } from '../../../deploy/azure/check-parameters.ts';
import type { Json } from '../../../deploy/azure/json.ts';
import {
  app,
  assignment,
  bot,
  replaceAtPath,
  containers,
  cosmos,
  job,
  storage,
  vault,
  withAddedResource,
  withChangedResource,
  withoutResource,
  templateProblems,
} from '../../support/deploy/changed-template.ts';

describe('a template that Candour must not be deployed by', () => {
  it.each<readonly [what: string, template: Json, said: string]>([
    [
      'a database with keys',
      withChangedResource(cosmos, '', ['properties', 'disableLocalAuth'], false),
      'disableLocalAuth must be true',
    ],
    [
      'an account of files with keys',
      withChangedResource(storage, '', ['properties', 'allowSharedKeyAccess'], true),
      'allowSharedKeyAccess',
    ],
    [
      'files that anybody reads',
      withChangedResource(storage, '', ['properties', 'allowBlobPublicAccess'], true),
      'allowBlobPublicAccess',
    ],
    [
      'files that cannot be had back with the database',
      withChangedResource(`${storage}/blobServices`, '', ['properties', 'deleteRetentionPolicy'], { enabled: false }),
      'deleteRetentionPolicy must be',
    ],
    [
      'files of an erased case that are kept for longer than the database',
      withChangedResource(`${storage}/blobServices`, '', ['properties', 'deleteRetentionPolicy', 'days'], 30),
      'deleteRetentionPolicy must be',
    ],
    [
      'a database that can be put back for longer than its files',
      withChangedResource(
        cosmos,
        '',
        ['properties', 'backupPolicy', 'continuousModeProperties', 'tier'],
        'Continuous30Days',
      ),
      'backupPolicy.continuousModeProperties.tier',
    ],
    [
      'versions of files',
      withChangedResource(`${storage}/blobServices`, '', ['properties', 'isVersioningEnabled'], true),
      'isVersioningEnabled',
    ],
    [
      'a copy of the database each few hours alone',
      withChangedResource(cosmos, '', ['properties', 'backupPolicy'], { type: 'Periodic' }),
      'backupPolicy.type',
    ],
    [
      'weak consistency',
      withChangedResource(cosmos, '', ['properties', 'consistencyPolicy', 'defaultConsistencyLevel'], 'Session'),
      'Strong',
    ],
    ['a container that is missing', withoutResource(containers, 'deliveries'), 'The container deliveries is missing'],
    [
      'a container that the store has not',
      withChangedResource(
        containers,
        'reach',
        ['name'],
        "[format('{0}/{1}/{2}', variables('cosmos'), variables('database'), 'reached')]",
      ),
      'no container reached',
    ],
    [
      'another time to live',
      withChangedResource(containers, 'drafts', ['properties', 'resource', 'defaultTtl'], 86_400),
      'drafts has another time to live',
    ],
    [
      'a time to live for cases',
      withChangedResource(containers, 'cases', ['properties', 'resource', 'defaultTtl'], -1),
      'cases has another time to live',
    ],
    [
      'another partition key',
      withChangedResource(containers, 'cases', ['properties', 'resource', 'partitionKey', 'paths'], ['/id']),
      'another partition key',
    ],
    [
      'a field that is not indexed',
      withChangedResource(
        containers,
        'state',
        ['properties', 'resource', 'indexingPolicy', 'includedPaths'],
        [{ path: '/type/?' }],
      ),
      'indexes other fields',
    ],
    [
      'unique keys',
      withChangedResource(containers, 'state', ['properties', 'resource', 'uniqueKeyPolicy'], {
        uniqueKeys: [{ paths: ['/day'] }],
      }),
      'state has other unique keys',
    ],
    [
      'a role for nobody',
      withChangedResource(assignment, 'guid', ['properties', 'principalId'], ''),
      'it is for nobody',
    ],
    [
      'a role without a principal',
      withChangedResource(assignment, 'guid', ['properties', 'principalId'], undefined),
      'principalId is missing',
    ],
    [
      'the role of an owner',
      withChangedResource(
        assignment,
        'guid',
        ['properties', 'roleDefinitionId'],
        "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635')]",
      ),
      'unknown role',
    ],
    [
      'a role that writes, for the job that reads',
      withChangedResource(
        `${cosmos}/sqlRoleAssignments`,
        "variables('reader')",
        ['properties', 'roleDefinitionId'],
        "[resourceId('Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions', variables('cosmos'), '00000000-0000-0000-0000-000000000002')]",
      ),
      'to who must not have it there',
    ],
    [
      'the secrets of the server, for the environment',
      withChangedResource(
        assignment,
        "variables('surroundings')",
        ['scope'],
        "[resourceId('Microsoft.KeyVault/vaults', variables('vault'))]",
      ),
      'to who must not have it there',
    ],
    [
      'a secret of the job for operators',
      withChangedResource(
        job,
        '',
        ['properties', 'configuration', 'secrets'],
        [{ name: 'carried-state-secret', value: 'x' }],
      ),
      'The job for operators has a secret',
    ],
    [
      'a job that starts by itself',
      withChangedResource(job, '', ['properties', 'configuration', 'triggerType'], 'Schedule'),
      'configuration.triggerType must be "Manual"',
    ],
    [
      'a database that can be deleted by a slip',
      withoutResource('Microsoft.Authorization/locks', 'keep'),
      'it is not locked',
    ],
    [
      'a lock that lets it be deleted',
      withChangedResource('Microsoft.Authorization/locks', 'keep', ['properties', 'level'], 'NotSpecified'),
      'level must be "CanNotDelete"',
    ],
    [
      'a certificate in the vault of secrets',
      withChangedResource(
        'Microsoft.App/managedEnvironments/certificates',
        '',
        ['properties', 'certificateKeyVaultProperties', 'keyVaultUrl'],
        "[format('https://{0}{1}/secrets/{2}', variables('vault'), environment().suffixes.keyvaultDns, parameters('certificate'))]",
      ),
      'comes from elsewhere than the vault for certificates',
    ],
    [
      'a certificate that is asked for with the first deployment',
      withChangedResource('Microsoft.App/managedEnvironments/certificates', '', ['condition'], undefined),
      'its condition must be',
    ],
    [
      'sections out of their order',
      withChangedResource('Microsoft.BotService/botServices', '', ['comments'], '2. The bot.'),
      'not in order',
    ],
    [
      'a vault with lists of its own',
      withChangedResource(vault, '', ['properties', 'enableRbacAuthorization'], false),
      'enableRbacAuthorization',
    ],
    [
      'a public way to the database',
      withChangedResource(cosmos, '', ['properties', 'publicNetworkAccess'], 'Enabled'),
      'the public network reaches it',
    ],
    [
      'a public way to the vault',
      withChangedResource(vault, '', ['properties', 'publicNetworkAccess'], 'Enabled'),
      'the public network reaches it',
    ],
    [
      'an endpoint without a name',
      withoutResource('Microsoft.Network/privateEndpoints/privateDnsZoneGroups', 'cosmos'),
      'no name leads',
    ],
    [
      'a bot on the web',
      withChangedResource(`${bot}/channels`, '', ['name'], "[format('{0}/WebChatChannel', variables('bot'))]"),
      'Teams alone',
    ],
    ['a bot with a password', withChangedResource(bot, '', ['properties', 'msaAppType'], 'SingleTenant'), 'msaAppType'],
    [
      'a log of who asked when',
      withChangedResource(
        'Microsoft.Insights/diagnosticSettings',
        'server',
        ['properties', 'logs'],
        [{ categoryGroup: 'allLogs', enabled: true }],
      ),
      'who asked when',
    ],
    [
      'a log of the data',
      withChangedResource(
        'Microsoft.Insights/diagnosticSettings',
        'server',
        ['scope'],
        "[resourceId('Microsoft.DocumentDB/databaseAccounts', variables('cosmos'))]",
      ),
      'a log of the data',
    ],
    [
      'files that are removed by age',
      withAddedResource({
        type: `${storage}/managementPolicies`,
        apiVersion: '2025-01-01',
        name: "[format('{0}/default', variables('files'))]",
      }),
      'has no place here',
    ],
    [
      'a secret in clear',
      withChangedResource(
        app,
        '',
        ['properties', 'configuration', 'secrets'],
        [{ name: 'carried-state-secret', value: 'x' }],
      ),
      'stands in clear',
    ],
    [
      'a server of which there is no image yet',
      withChangedResource(app, '', ['condition'], undefined),
      'its condition must be',
    ],
    [
      'a private endpoint that nobody asked for',
      withChangedResource('Microsoft.Network/privateEndpoints', 'vault', ['condition'], undefined),
      'its condition must be',
    ],
    [
      'a key among the settings of a force',
      replaceAtPath(readAzureTemplate(), ['variables', 'forceSettings'], [...forceSettings, 'COSMOS_KEY']),
      'COSMOS_KEY must not be among forceSettings',
    ],
    [
      'a setting that a force cannot give',
      replaceAtPath(readAzureTemplate(), ['variables', 'forceSettings'], forceSettings.slice(1)),
      `${forceSettings[0]} is not among forceSettings`,
    ],
    [
      'settings of a force past that list',
      replaceAtPath(readAzureTemplate(), ['variables', 'settingsOfForce'], "[items(parameters('settings'))]"),
      'settingsOfForce lets other settings through',
    ],
    [
      'a server that is given a key beside its settings',
      withChangedResource(
        app,
        '',
        ['properties', 'template', 'containers'],
        [{ name: 'candour', env: [{ name: 'COSMOS_KEY', value: 'x' }] }],
      ),
      'The server is given other settings',
    ],
    [
      'a setting that the template fills in no more',
      replaceAtPath(readAzureTemplate(), ['variables', 'serverSettings'], []),
      'STORE is not among the settings that the template fills in',
    ],
    [
      'a secret that is given out',
      replaceAtPath(readAzureTemplate(), ['outputs', 'CARRIED_STATE_SECRET'], { type: 'string', value: 'x' }),
      'is given out',
    ],
  ])('is found: %s', (_what, template, said) => {
    expect(templateProblems(template).join('\n')).toContain(said);
  });
});
