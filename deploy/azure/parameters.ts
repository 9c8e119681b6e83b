import type { JsonObject } from '../template/json.ts';

const described = (description: string, rest: JsonObject): JsonObject => ({ ...rest, metadata: { description } });

/** The parameters that whoever deploys is asked for. None of them is a secret. */
export const templateParameters: JsonObject = {
  name: described('What the names of all resources begin with: small letters and digits.', {
    type: 'string',
    defaultValue: 'candour',
    minLength: 3,
    maxLength: 10,
  }),
  location: described('The region: one in the United Kingdom with three zones.', {
    type: 'string',
    defaultValue: 'uksouth',
  }),
  publicHost: described(
    'The name under which everybody reaches the server; the name that Azure gives it where it is empty.',
    {
      type: 'string',
      defaultValue: '',
      maxLength: 253,
    },
  ),
  certificate: described(
    'The name of the certificate for publicHost in the vault. Empty where there is no such name, or a proxy of the force in front has it.',
    { type: 'string', defaultValue: '' },
  ),
  imageDigest: described('The image in the registry, as sha256:…. Empty at first: all but the server is made.', {
    type: 'string',
    defaultValue: '',
  }),
  settings: described('The settings of the force by their names in .env.example, each as a text.', {
    type: 'object',
    defaultValue: {},
  }),
  secrets: described('The settings that are read from the vault instead, by name. There "-" stands for "_".', {
    type: 'array',
    defaultValue: ['CARRIED_STATE_SECRET'],
  }),
  vaultOfficer: described(
    'The Entra object id of the group that puts secrets into the vault; nobody where it is empty.',
    {
      type: 'string',
      defaultValue: '',
    },
  ),
  alertMail: described('The address that Azure sends alerts to. They say what, and nothing of a report.', {
    type: 'string',
    minLength: 3,
  }),
  privateEndpoints: described('Whether database, files and vault can be reached from inside the network alone.', {
    type: 'bool',
    defaultValue: true,
  }),
  maxThroughput: described('The most request units a second that the database may take; it pays for a tenth at rest.', {
    type: 'int',
    defaultValue: 1000,
    minValue: 1000,
    maxValue: 10_000,
  }),
};
