import { describe, expect, it } from '@jest/globals';
import { readAzureTemplate } from '../../../deploy/azure/check-parameters.ts';
import type { Json } from '../../../deploy/azure/json.ts';
import {
  app,
  assignment,
  replaceAtPath,
  cosmos,
  storage,
  vault,
  withChangedResource,
  withoutResource,
  templateProblems,
} from '../../support/deploy/changed-template.ts';

describe('a mistake in the template', () => {
  it.each<readonly [what: string, template: Json, said: string]>([
    // By Azure's own schemas.
    [
      'a property that there is not',
      withChangedResource(cosmos, '', ['properties', 'disableLocalAuthn'], true),
      'disableLocalAuthn: there is no such property',
    ],
    [
      'one of another resource',
      withChangedResource(storage, '', ['properties', 'disableLocalAuth'], true),
      'no such property',
    ],
    ['a missing one', withChangedResource(vault, '', ['properties', 'sku'], undefined), 'sku is missing'],
    ['a missing kind of account', withChangedResource(storage, '', ['kind'], undefined), 'kind is missing'],
    [
      'a text for a truth',
      withChangedResource(cosmos, '', ['properties', 'disableLocalAuth'], 'true'),
      '"true" is not bool',
    ],
    [
      'a text for a number',
      withChangedResource(app, '', ['properties', 'configuration', 'ingress', 'targetPort'], '3978'),
      '"3978" is not int',
    ],
    [
      'a word that is not of the list',
      withChangedResource(vault, '', ['properties', 'sku', 'name'], 'cheap'),
      '"cheap" is not',
    ],
    [
      'a kind of backup that there is not',
      withChangedResource(cosmos, '', ['properties', 'backupPolicy', 'type'], 'Weekly'),
      'names no kind',
    ],
    [
      'a version that the schema is not of',
      withChangedResource(cosmos, '', ['apiVersion'], '2015-04-08'),
      'version 2015-04-08',
    ],
    [
      'what can be read only',
      withChangedResource(app, '', ['properties', 'provisioningState'], 'Succeeded'),
      'read only',
    ],
    [
      'a type that there is not',
      withChangedResource(vault, '', ['type'], 'Microsoft.KeyVault/vault'),
      'Microsoft.KeyVault/vault',
    ],
    [
      'a list where one was meant',
      withChangedResource(cosmos, '', ['properties', 'consistencyPolicy'], ['Strong']),
      'an object was expected',
    ],
    [
      'a severity of an alert that there is not',
      withChangedResource('Microsoft.Insights/metricAlerts', 'restarts', ['properties', 'severity'], 7),
      '7 is outside',
    ],
    // By how a template is put together.
    [
      'a function that there is not',
      withChangedResource(cosmos, '', ['location'], "[paramters('location')]"),
      'function paramters',
    ],
    [
      'a parameter that there is not',
      withChangedResource(cosmos, '', ['location'], "[parameters('region')]"),
      'no parameter region',
    ],
    [
      'an expression without its end',
      withChangedResource(cosmos, '', ['location'], "[parameters('location']"),
      'missing in an expression',
    ],
    ['a dependence on what is not made', withoutResource(`${cosmos}/sqlDatabases`, 'database'), 'does not make'],
    [
      'no dependence on what is named',
      withChangedResource(assignment, 'guid', ['dependsOn'], []),
      'does not depend on it',
    ],
    [
      'a name that Azure does not take',
      withChangedResource('Microsoft.Network/virtualNetworks', 'network', ['name'], 'a network'),
      'does not take that name',
    ],
    [
      'a name longer than Azure takes',
      withChangedResource(vault, '', ['name'], 'candour-the-vault-of-a-force'),
      'does not take that name',
    ],
    [
      'a key of an account',
      withChangedResource(app, '', ['properties', 'template', 'revisionSuffix'], "[listKeys('x')]"),
      'listKeys',
    ],
    ['a name that is another each time', withChangedResource(assignment, 'guid', ['name'], '[newGuid()]'), 'newGuid'],
    [
      'a format that says more than it is given',
      withChangedResource(cosmos, '', ['name'], "[format('{0}-{1}', parameters('name'))]"),
      'says more or less',
    ],
    [
      'a text for a number, by a parameter',
      withChangedResource(
        `${cosmos}/sqlDatabases`,
        'database',
        ['properties', 'options', 'autoscaleSettings', 'maxThroughput'],
        "[parameters('name')]",
      ),
      'no parameter of the type int',
    ],
    [
      'a part that does not wait for what it is a part of',
      withChangedResource(`${storage}/blobServices`, 'default', ['dependsOn'], []),
      'does not depend on it',
    ],
    [
      'an alert about a server that may not be made',
      withChangedResource('Microsoft.Insights/metricAlerts', 'no-server', ['condition'], undefined),
      'which may not be made',
    ],
    [
      'an output of what is not made',
      replaceAtPath(readAzureTemplate(), ['outputs', 'other'], {
        value: "[resourceId('Microsoft.KeyVault/vaults', 'other')]",
      }),
      'An output names',
    ],
    [
      'two resources of one name',
      withChangedResource(
        'Microsoft.Insights/metricAlerts',
        'restarts',
        ['name'],
        "[format('{0}-no-server', parameters('name'))]",
      ),
      'stands in the template twice',
    ],
    [
      'a name that is too long with the longest name of a force',
      replaceAtPath(
        readAzureTemplate(),
        ['variables', 'vault'],
        "[format('{0}-vault-{1}', parameters('name'), uniqueString(resourceGroup().id))]",
      ),
      'does not take that name',
    ],
    [
      'thirteen parameters',
      replaceAtPath(readAzureTemplate(), ['parameters', 'thirteenth'], { type: 'string', defaultValue: '' }),
      '13 parameters',
    ],
  ])('is found: %s', (_what, template, said) => {
    expect(templateProblems(template).join('\n')).toContain(said);
  });
});
