import { describe, expect, it } from '@jest/globals';
import { checkParameters } from '../../../deploy/azure/check-parameters.ts';
import type { JsonObject } from '../../../deploy/azure/json.ts';
import { fullParameters } from '../../support/deploy/sample-parameters.ts';

describe('a mistake in the parameters of a force', () => {
  const settings = fullParameters.settings ?? null;
  it.each<readonly [what: string, parameters: JsonObject, said: string]>([
    [
      'a secret',
      { ...fullParameters, settings: { CARRIED_STATE_SECRET: 'canary' } },
      'CARRIED_STATE_SECRET belongs in the vault',
    ],
    [
      'a key of the database',
      { ...fullParameters, settings: { COSMOS_KEY: 'canary' } },
      'COSMOS_KEY is not a setting for a server in Azure',
    ],
    [
      'what the template fills in',
      { ...fullParameters, settings: { TENANT_ID: 'canary' } },
      'The template fills in TENANT_ID',
    ],
    [
      'a name that there is not',
      { ...fullParameters, settings: { ROLE_HANDLER: 'canary' } },
      'ROLE_HANDLER is not a setting',
    ],
    [
      'a setting of before, with what to do now',
      { ...fullParameters, settings: { WORKERS: 'canary' } },
      'WORKERS is no longer read: a server is one process',
    ],
    [
      'hours as words of before',
      { ...fullParameters, settings: { STAFFED_HOURS_CY: 'canary' } },
      'STAFFED_HOURS_CY is no longer read: set the hours in STAFFED_HOURS',
    ],
    ['a number for a text', { ...fullParameters, settings: { REVIEW_YEARS: 6 } }, 'REVIEW_YEARS must be a text'],
    [
      'a secret that does not come from the vault',
      { ...fullParameters, secrets: ['EXPORT_SIGNING_KEY'] },
      'CARRIED_STATE_SECRET must be among',
    ],
    [
      'what cannot come from the vault',
      { ...fullParameters, secrets: ['CARRIED_STATE_SECRET', 'COSMOS_KEY'] },
      'COSMOS_KEY cannot come',
    ],
    ['a parameter that there is not', { ...fullParameters, region: 'canary' }, 'no such parameter: region'],
    ['no address for alerts', { settings }, 'alertMail is missing'],
    ['a name that is too long', { ...fullParameters, name: 'candour-canary' }, 'name is outside its limits'],
    [
      'a truth as a text',
      { ...fullParameters, privateEndpoints: 'yes' },
      'The parameter privateEndpoints is not of the type bool',
    ],
  ])('is found, and its value is not said again: %s', (_what, parameters, said) => {
    const wrong = checkParameters(parameters).join('\n');
    expect(wrong).toContain(said);
    expect(wrong).not.toContain('canary');
    // The command ends each sentence.
    expect(wrong).not.toMatch(/\.$/mu);
  });

  it.each([
    ['everything', fullParameters],
    ['what the public network reaches', { ...fullParameters, privateEndpoints: false }],
    ['what a server stands on, before there is an image', { alertMail: 'operators@example.org' }],
    ['a server behind a proxy of the force', { ...fullParameters, certificate: '' }],
    ['a server under the name that Azure gives it', { ...fullParameters, certificate: '', publicHost: '' }],
  ])('is not seen where there is none: %s', (_what, parameters) => {
    expect(checkParameters(parameters)).toEqual([]);
  });
});
