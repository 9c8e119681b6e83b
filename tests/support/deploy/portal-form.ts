import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { readAzureTemplate } from '../../../deploy/azure/check-parameters.ts';
import {
  getByPath,
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  scalarToText,
} from '../../../deploy/azure/json.ts';
import { listTexts } from './template-text.ts';

const readJson = (path: string): Json => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/** The form of the parameters in Azure's portal. */
export const readPortalForm = (): Json => readJson('../../../deploy/azure/createUiDefinition.json');

const isValid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
  Object(readJson('../../fixtures/azure/create-ui-definition.schema.json')),
);

const listAt = (value: Json, ...path: readonly string[]): readonly JsonObject[] => {
  const found = getByPath(value, ...path);
  return isJsonArray(found) ? found.filter(isJsonObject) : [];
};

/** Each field of the form by the expression that asks for what was typed there. */
export function portalFields(form: Json): ReadonlyMap<string, JsonObject> {
  const named = (prefix: (name: string) => string, fields: readonly JsonObject[]) =>
    fields
      .filter(({ type }) => type !== 'Microsoft.Common.InfoBox')
      .map((field) => [prefix(scalarToText(field.name)), field] as const);
  return new Map([
    ...named((name) => `basics('${name}')`, listAt(form, 'parameters', 'basics')),
    ...listAt(form, 'parameters', 'steps').flatMap((step) =>
      named((name) => `steps('${scalarToText(step.name)}').${name}`, listAt(step, 'elements')),
    ),
  ]);
}

/** The functions of the portal that the form uses. */
const functions = ['basics', 'steps', 'location', 'parse', 'split', 'not', 'int', 'if', 'empty'];

/** All that is wrong with a form: by Microsoft's schema, by the template's parameters, and by its own fields. */
export function portalFormProblems(form: Json, template: Json = readAzureTemplate()): readonly string[] {
  const parameters = Object.keys(Object(getByPath(template, 'parameters')));
  const outputs: JsonObject = Object(getByPath(form, 'parameters', 'outputs'));
  const fields = portalFields(form);
  const said = listTexts(Object.values(outputs)).join('\n');
  const asked = [...said.matchAll(/basics\('\w+'\)|steps\('\w+'\)\.\w+/gu)].map(([field]) => field);
  const called = [...said.matchAll(/([A-Za-z]\w*)\(/gu)].map(([, name = '']) => name);
  return [
    ...(isValid(form) ? [] : (isValid.errors ?? []).map((error) => `${error.instancePath}: ${error.message}`)),
    ...parameters.filter((name) => !Object.hasOwn(outputs, name)).map((name) => `It does not ask for ${name}`),
    ...Object.keys(outputs)
      .filter((name) => !parameters.includes(name))
      .map((name) => `The template has no parameter ${name}`),
    ...asked.filter((one) => !fields.has(one)).map((one) => `There is no field ${one}`),
    ...[...fields.keys()].filter((one) => !asked.includes(one)).map((one) => `${one} is asked for and never used`),
    ...called.filter((name) => !functions.includes(name)).map((name) => `The portal has no function ${name}`),
    ...[...fields].flatMap(([name, field]) => {
      const [regex, typed] = [getByPath(field, 'constraints', 'regex'), scalarToText(field.defaultValue)];
      const isMissing = field.type === 'Microsoft.Common.TextBox' && typeof regex !== 'string';
      const isWrong = typeof regex === 'string' && typed !== '' && !new RegExp(regex, 'u').test(typed);
      return [
        ...(scalarToText(field.toolTip).endsWith('.') ? [] : [`${name} says nothing of what to type`]),
        ...(isMissing ? [`${name} takes anything`] : []),
        ...(isWrong ? [`${name} begins with a value that it does not take`] : []),
      ];
    }),
  ];
}
