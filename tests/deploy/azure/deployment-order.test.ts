import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readAzureTemplate } from '../../../deploy/azure/check-parameters.ts';
import { getByPath, type Json, type JsonObject, scalarToText } from '../../../deploy/azure/json.ts';
import { loadCommandSettings } from '../../../bot/config/command-settings.ts';
import {
  app,
  assignment,
  cosmos,
  job,
  storage,
  vault,
  withChangedResource,
  withoutResource,
} from '../../support/deploy/changed-template.ts';
import { deployAtOnce, deployedOf, playSteps, readPlayedSteps } from '../../support/deploy/deployment-simulation.ts';
import { fullParameters } from '../../support/deploy/sample-parameters.ts';
import { schemaProblems } from '../../support/deploy/schema-rules.ts';
import { listResources } from '../../support/deploy/template-text.ts';

const guide = readFileSync('docs/guides/azure.md', 'utf8');
const guideSteps = readPlayedSteps(guide);
const play = (template: Json, steps: readonly string[] = guideSteps, parameters: JsonObject = fullParameters) =>
  playSteps(steps, template, parameters);
const without = (step: string): readonly string[] => guideSteps.filter((one) => one !== step);
const certificates = 'Microsoft.App/managedEnvironments/certificates';
const endpoint = 'Microsoft.Network/privateEndpoints';

/** The settings that a container is given, without those from the vault. */
function environmentOf(resource: JsonObject): Record<string, string> {
  const containers = getByPath(resource, 'properties', 'template', 'containers');
  const [first] = Array.isArray(containers) ? containers : [];
  const rows: readonly Json[] = first?.env ?? [];
  return Object.fromEntries(
    rows.flatMap((row) => {
      const [name, value] = [getByPath(row, 'name'), getByPath(row, 'value')];
      return typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

describe('the deployments of the guide, in its order', () => {
  it('are three, and ask for nothing that is not there yet', () => {
    expect(guideSteps.filter((step) => step.startsWith('deploy'))).toEqual([
      'deploy',
      'deploy imageDigest',
      'deploy imageDigest certificate',
    ]);
    expect(play(readAzureTemplate()).problems).toEqual([]);
  });

  it.each<readonly [what: string, steps: readonly string[], parameters: JsonObject]>([
    ['what the public network reaches', without('open vault'), { ...fullParameters, privateEndpoints: false }],
    [
      'a server behind a proxy of the force',
      guideSteps.filter((step) => !step.includes('certificate')),
      { ...fullParameters, certificate: '', proxyAddresses: ['192.0.2.7/32'] },
    ],
    [
      'a server under the name that Azure gives it',
      guideSteps.filter((step) => !step.includes('certificate') && step !== 'names'),
      { ...fullParameters, publicHost: '', certificate: '' },
    ],
    [
      'parameters that were filled in at once',
      guideSteps.map((step) => (step === 'deploy' ? 'deploy certificate' : step)),
      fullParameters,
    ],
  ])('ask for nothing else with other parameters: %s', (_what, steps, parameters) => {
    expect(play(readAzureTemplate(), steps, parameters).problems).toEqual([]);
  });

  it('need no resource provider that the guide does not have registered', () => {
    const [, named = ''] = /resource providers are registered[^:]*: (.+)\.$/mu.exec(guide) ?? [];
    const used = listResources(readAzureTemplate()).map(({ type }) => `\`${type.split('/')[0]}\``);
    expect(named.split(', ')).toEqual([...new Set(used)].sort());
  });

  it('ask for nothing too early if all is made at once, with what people bring there already', () => {
    expect(deployAtOnce(guideSteps, readAzureTemplate(), fullParameters).problems).toEqual([]);
  });

  it('change nothing if the last is made again', () => {
    const steps = [...guideSteps, 'deploy imageDigest certificate'];
    const [once, twice] = [play(readAzureTemplate()), play(readAzureTemplate(), steps)];
    expect(twice.problems).toEqual([]);
    expect(twice.subscription.resources).toEqual(once.subscription.resources);
  });

  it('give Azure what its schemas ask for, in the parts that expressions work out too', () => {
    const { subscription } = play(readAzureTemplate(), guideSteps, {
      ...fullParameters,
      proxyAddresses: ['192.0.2.7/32'],
    });
    // A schema knows a part by its own name, without that of what it is a part of.
    const resources = [...subscription.resources.values()].map(({ id, said }) => ({
      ...said,
      name: id.split('/').at(-1) ?? '',
    }));
    expect(resources.length).toBeGreaterThan(50);
    expect(schemaProblems({ resources })).toEqual([]);
  });

  it('give the job for operators the settings that its commands need, and no secret', () => {
    const { subscription } = play(readAzureTemplate());
    const given = environmentOf(deployedOf(subscription, job));
    const settings = loadCommandSettings(given);
    expect(settings.store.kind).toBe('cosmos');
    expect(settings.files?.kind).toBe('blobs');
    expect(given.COSMOS_CLIENT_ID).toContain('candour-reader');
    expect(given.FILES_CLIENT_ID).toContain('candour-reader');
    expect(JSON.stringify(deployedOf(subscription, job))).not.toMatch(/secret|candour-identity/iu);
  });

  it('let through the proxy alone, if one is named', () => {
    const { subscription } = play(readAzureTemplate(), guideSteps, {
      ...fullParameters,
      proxyAddresses: ['192.0.2.7/32', '2001:db8::7/128'],
    });
    expect(
      getByPath(deployedOf(subscription, app), 'properties', 'configuration', 'ingress', 'ipSecurityRestrictions'),
    ).toEqual([
      { name: expect.stringMatching(/^from-/u), ipAddressRange: '192.0.2.7/32', action: 'Allow' },
      { name: expect.stringMatching(/^from-/u), ipAddressRange: '2001:db8::7/128', action: 'Allow' },
    ]);
  });
});

describe('a step of the guide that is left out, or too early', () => {
  it.each<readonly [what: string, steps: readonly string[], said: string]>([
    ['no image', without('image'), 'its image is not in the registry'],
    ['no secrets', without('secrets'), 'a secret is not in the vault'],
    ['secrets into a vault that no one reaches', without('open vault'), 'no one reaches the vault'],
    ['no records', without('names'), 'no record proves whose candour.example.org is'],
    ['no certificate', without('certificate'), 'the certificate is not in the vault'],
    ['secrets before there is a vault', ['open vault', ...without('open vault')], 'there is no vault'],
    ['an image before there is a registry', ['image', ...without('image')], 'there is no registry'],
    [
      'a certificate with the second deployment',
      guideSteps.map((step) => (step === 'deploy imageDigest' ? 'deploy imageDigest certificate' : step)),
      'the certificate is not in the vault',
    ],
    ['a server with the first deployment', ['deploy imageDigest', ...guideSteps], 'its image is not in the registry'],
  ])('is found: %s', (_what, steps, said) => {
    expect(play(readAzureTemplate(), steps).problems.join('\n')).toContain(said);
  });
});

/** The template without one of the things that a resource waits for. */
function notWaiting(type: string, end: string, part: string): Json {
  const found = getByPath(readAzureTemplate(), 'resources');
  const resources: readonly Json[] = Array.isArray(found) ? found : [];
  const resource = resources.find(
    (one) => getByPath(one, 'type') === type && JSON.stringify(getByPath(one, 'name')).includes(end),
  );
  const waits = getByPath(resource, 'dependsOn');
  const left = (Array.isArray(waits) ? waits : []).filter((one: Json) => !scalarToText(one).includes(part));
  expect(left).not.toEqual(waits);
  return withChangedResource(type, end, ['dependsOn'], left);
}

describe('a template that asks for what is not there yet', () => {
  const [pull, readSecrets] = ['7f951dda-4ed3-4680-a7ca-43fe172d538d', '4633458b-17de-408a-b874-0445c86b69e6'];
  it.each<readonly [what: string, template: Json, said: string]>([
    ['a server before it may take its image', notWaiting(app, '', pull), 'may not take its image yet'],
    ['a server before it may read secrets', notWaiting(app, '', readSecrets), 'may not read the secret yet'],
    [
      'a server before it may read documents',
      notWaiting(app, '', 'sqlRoleAssignments'),
      'it has no role yet at candour-',
    ],
    [
      'a server before its containers',
      notWaiting(app, '', "'reach')"),
      'there is no /sqlDatabases/candour/containers/reach',
    ],
    [
      'a server before the names of its endpoints',
      notWaiting(app, '', "{0}-vault', parameters('name')), 'default')"),
      'it does not reach the vault yet',
    ],
    [
      'a server before its network knows the names',
      notWaiting(app, '', "virtualNetworkLinks', 'privatelink.documents.azure.com'"),
      'it does not reach candour-',
    ],
    ['a server before the certificate', notWaiting(app, '', 'certificates'), 'it names what is not there yet'],
    ['a job before it may read files', notWaiting(job, '', '2a2b9908'), 'it has no role yet'],
    [
      'a certificate before the environment may read it',
      notWaiting(certificates, '', readSecrets),
      'the environment may not read the certificate yet',
    ],
    [
      'a certificate in a vault that is closed to Container Apps',
      withChangedResource(vault, 'certificates', ['properties', 'publicNetworkAccess'], 'Disabled'),
      'the environment does not reach the vault',
    ],
    [
      'an endpoint before its network',
      notWaiting(endpoint, 'cosmos', 'virtualNetworks'),
      'it names what is not there yet',
    ],
    [
      'a name before its endpoint',
      notWaiting(`${endpoint}/privateDnsZoneGroups`, 'files', "'Microsoft.Network/privateEndpoints'"),
      'it names what is not there yet',
    ],
    [
      'a role before its identity',
      notWaiting(assignment, "variables('identity')", 'userAssignedIdentities'),
      'it asks for what is not there yet',
    ],
    [
      'a lock before its account',
      notWaiting('Microsoft.Authorization/locks', 'keep', 'databaseAccounts'),
      'it names what is not there yet',
    ],
    [
      'people without a role at the vault',
      withoutResource(assignment, 'b86a8fe4'),
      'secrets: no one may put them there',
    ],
    [
      'people without a role for the certificate',
      withoutResource(assignment, 'a4417e6f'),
      'certificate: no one may put it there',
    ],
    [
      'two that wait for each other',
      withChangedResource(
        storage,
        '',
        ['dependsOn'],
        ["[resourceId('Microsoft.Storage/storageAccounts/blobServices', variables('files'), 'default')]"],
      ),
      'it waits for itself',
    ],
    [
      'an answer of an environment that is not made yet',
      withChangedResource(
        cosmos,
        '',
        ['properties', 'networkAclBypass'],
        "[reference(resourceId('Microsoft.App/managedEnvironments', variables('surroundings')), '2025-01-01').defaultDomain]",
      ),
      'it asks for what is not there yet',
    ],
  ])('is found: %s', (_what, template, said) => {
    const problems = [...play(template).problems, ...deployAtOnce(guideSteps, template, fullParameters).problems];
    expect(problems.join('\n')).toContain(said);
  });
});
