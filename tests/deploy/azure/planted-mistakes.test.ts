import { describe, expect, it } from '@jest/globals';
import { azureTemplate } from '../../../deploy/azure/check-parameters.ts';
import type { Json } from '../../../deploy/azure/json.ts';
import {
  app,
  assignment,
  changed,
  cosmos,
  storage,
  vault,
  withResource,
  without,
  wrongIn,
} from '../../support/deploy/changed-template.ts';

describe('a mistake in the template', () => {
  it.each<readonly [what: string, template: Json, said: string]>([
    // By Azure's own schemas.
    [
      'a property that there is not',
      withResource(cosmos, '', ['properties', 'disableLocalAuthn'], true),
      'disableLocalAuthn: there is no such property',
    ],
    [
      'one of another resource',
      withResource(storage, '', ['properties', 'disableLocalAuth'], true),
      'no such property',
    ],
    ['a missing one', withResource(vault, '', ['properties', 'sku'], undefined), 'sku is missing'],
    ['a missing kind of account', withResource(storage, '', ['kind'], undefined), 'kind is missing'],
    ['a text for a truth', withResource(cosmos, '', ['properties', 'disableLocalAuth'], 'true'), '"true" is not bool'],
    [
      'a text for a number',
      withResource(app, '', ['properties', 'configuration', 'ingress', 'targetPort'], '3978'),
      '"3978" is not int',
    ],
    [
      'a word that is not of the list',
      withResource(vault, '', ['properties', 'sku', 'name'], 'cheap'),
      '"cheap" is not',
    ],
    [
      'a kind of backup that there is not',
      withResource(cosmos, '', ['properties', 'backupPolicy', 'type'], 'Weekly'),
      'names no kind',
    ],
    [
      'a version that the schema is not of',
      withResource(cosmos, '', ['apiVersion'], '2015-04-08'),
      'version 2015-04-08',
    ],
    ['what can be read only', withResource(app, '', ['properties', 'provisioningState'], 'Succeeded'), 'read only'],
    [
      'a type that there is not',
      withResource(vault, '', ['type'], 'Microsoft.KeyVault/vault'),
      'Microsoft.KeyVault/vault',
    ],
    [
      'a list where one was meant',
      withResource(cosmos, '', ['properties', 'consistencyPolicy'], ['Strong']),
      'an object was expected',
    ],
    [
      'a severity of an alert that there is not',
      withResource('Microsoft.Insights/metricAlerts', 'restarts', ['properties', 'severity'], 7),
      '7 is outside',
    ],
    // By how a template is put together.
    [
      'a function that there is not',
      withResource(cosmos, '', ['location'], "[paramters('location')]"),
      'function paramters',
    ],
    [
      'a parameter that there is not',
      withResource(cosmos, '', ['location'], "[parameters('region')]"),
      'no parameter region',
    ],
    [
      'an expression without its end',
      withResource(cosmos, '', ['location'], "[parameters('location']"),
      'missing in an expression',
    ],
    ['a dependence on what is not made', without(`${cosmos}/sqlDatabases`, 'database'), 'does not make'],
    ['no dependence on what is named', withResource(assignment, 'guid', ['dependsOn'], []), 'does not depend on it'],
    [
      'a name that Azure does not take',
      withResource('Microsoft.Network/virtualNetworks', 'network', ['name'], 'a network'),
      'does not take that name',
    ],
    [
      'a name longer than Azure takes',
      withResource(vault, '', ['name'], 'candour-the-vault-of-a-force'),
      'does not take that name',
    ],
    [
      'a key of an account',
      withResource(app, '', ['properties', 'template', 'revisionSuffix'], "[listKeys('x')]"),
      'listKeys',
    ],
    ['a name that is another each time', withResource(assignment, 'guid', ['name'], '[newGuid()]'), 'newGuid'],
    [
      'a format that says more than it is given',
      withResource(cosmos, '', ['name'], "[format('{0}-{1}', parameters('name'))]"),
      'says more or less',
    ],
    [
      'a text for a number, by a parameter',
      withResource(
        `${cosmos}/sqlDatabases`,
        'database',
        ['properties', 'options', 'autoscaleSettings', 'maxThroughput'],
        "[parameters('name')]",
      ),
      'no parameter of the type int',
    ],
    [
      'a part that does not wait for what it is a part of',
      withResource(`${storage}/blobServices`, 'default', ['dependsOn'], []),
      'does not depend on it',
    ],
    [
      'an alert about a server that may not be made',
      withResource('Microsoft.Insights/metricAlerts', 'no-server', ['condition'], undefined),
      'which may not be made',
    ],
    [
      'an output of what is not made',
      changed(azureTemplate(), ['outputs', 'other'], { value: "[resourceId('Microsoft.KeyVault/vaults', 'other')]" }),
      'An output names',
    ],
    [
      'two resources of one name',
      withResource(
        'Microsoft.Insights/metricAlerts',
        'restarts',
        ['name'],
        "[format('{0}-no-server', parameters('name'))]",
      ),
      'stands in the template twice',
    ],
    [
      'a name that is too long with the longest name of a force',
      changed(
        azureTemplate(),
        ['variables', 'vault'],
        "[format('{0}-vault-{1}', parameters('name'), uniqueString(resourceGroup().id))]",
      ),
      'does not take that name',
    ],
    [
      'twelve parameters',
      changed(azureTemplate(), ['parameters', 'twelfth'], { type: 'string', defaultValue: '' }),
      '12 parameters',
    ],
  ])('is found: %s', (_what, template, said) => {
    expect(wrongIn(template).join('\n')).toContain(said);
  });
});
