import { isObject, type Json, type JsonObject } from '../template/json.ts';
import { TemplateError } from '../template/template-error.ts';

/** The settings that every force has to give to a server in Azure, and those that most will. */
const usual = [
  'TAB_CLIENT_ID',
  'TEAMS_APP_ID',
  'RECIPIENTS_ACU',
  'RECIPIENTS_RECOVERY',
  'RECIPIENTS_RESERVE',
  'RECIPIENTS_CUSTODIANS',
  'ROLE_HANDLERS',
  'ROLE_CUSTODIANS',
  'ROLE_RESERVE',
  'ROLE_ADMINS',
  'ALERT_TARGET_ACU',
  'ALERT_TARGET_RESERVE',
  'ALERT_TARGET_ADMINS',
  'FORCE_NAME_EN',
  'FORCE_NAME_CY',
  'VICTIMS_NAME_EN',
  'VICTIMS_NAME_CY',
  'RESERVE_NAME_EN',
  'RESERVE_NAME_CY',
  'CUSTODIANS_NAME_EN',
  'CUSTODIANS_NAME_CY',
] as const;

/** A file of parameters to be filled in: what is left empty counts as left out. */
export const exampleParameters = (): Json => ({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
  contentVersion: '1.0.0.0',
  parameters: {
    alertMail: { value: '' },
    publicHost: { value: '' },
    certificate: { value: '' },
    imageDigest: { value: '' },
    vaultOfficer: { value: '' },
    privateEndpoints: { value: true },
    secrets: { value: ['CARRIED_STATE_SECRET'] },
    settings: { value: Object.fromEntries(usual.map((name) => [name, ''])) },
  },
});

/** The parameters that a file of them gives. Throws TemplateError where it is none. */
export function parametersIn(file: Json): JsonObject {
  const given = isObject(file) ? file.parameters : undefined;
  if (!isObject(given)) throw new TemplateError('The file has no "parameters".');
  return Object.fromEntries(
    Object.entries(given).map(([name, one]) => {
      const value = isObject(one) ? one.value : undefined;
      if (value === undefined) throw new TemplateError(`The parameter ${name} has no "value".`);
      return [name, value];
    }),
  );
}
