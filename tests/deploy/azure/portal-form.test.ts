import { describe, expect, it } from '@jest/globals';
import { readAzureTemplate } from '../../../deploy/azure/check-parameters.ts';
import { getByPath, type Json, scalarToText } from '../../../deploy/azure/json.ts';
import { replaceAtPath } from '../../support/deploy/changed-template.ts';
import { portalFields, portalFormProblems, readPortalForm } from '../../support/deploy/portal-form.ts';
import { fullParameters } from '../../support/deploy/sample-parameters.ts';

const form = readPortalForm();
const regexOf = (name: string): string => scalarToText(getByPath(portalFields(form).get(name), 'constraints', 'regex'));
const changed = (path: string, other: Json | undefined): Json => replaceAtPath(form, path.split('/'), other);

describe('the form of the parameters in the portal', () => {
  it('fits Microsoft’s schema, and asks for each parameter of the template once', () => {
    expect(portalFormProblems(form)).toEqual([]);
  });

  it.each([
    ["basics('name')", 'candour', 'Candour-1'],
    ["basics('publicHost')", fullParameters.publicHost, 'https://candour.example.org/'],
    ["basics('alertMail')", fullParameters.alertMail, 'operators'],
    ["basics('vaultOfficer')", fullParameters.vaultOfficer, 'the group'],
    ["steps('later').imageDigest", fullParameters.imageDigest, 'candour:latest'],
    ["steps('later').certificate", fullParameters.certificate, 'a certificate'],
    ["steps('force').settings", JSON.stringify(fullParameters.settings), 'FORCE_NAME_EN=x'],
    ["steps('force').secrets", 'CARRIED_STATE_SECRET,ROLE_HANDLERS', 'carried state secret'],
    ["steps('force').maxThroughput", '4000', '400'],
    ["steps('force').proxyAddresses", '192.0.2.7/32,2001:db8::7/128', 'everybody'],
  ])('takes at %s what the template takes, and no slip', (name, right, wrong) => {
    const regex = new RegExp(regexOf(name), 'u');
    expect(regex.test(scalarToText(right))).toBe(true);
    expect(regex.test(wrong)).toBe(false);
  });

  it('lets everything that may stay empty the first time stay empty', () => {
    for (const name of ["basics('publicHost')", "steps('later').imageDigest", "steps('later').certificate"])
      expect(regexOf(name)).toMatch(/\)\?\$$/u);
  });

  it.each<readonly [what: string, form: Json, said: string]>([
    ['a parameter that is left out', changed('parameters/outputs/alertMail', undefined), 'does not ask for alertMail'],
    ['one that there is not', changed('parameters/outputs/region', '[location()]'), 'no parameter region'],
    [
      'a field that there is not',
      changed('parameters/outputs/publicHost', "[basics('host')]"),
      "There is no field basics('host')",
    ],
    ['a field that is never used', changed('parameters/outputs/publicHost', ''), 'asked for and never used'],
    [
      'a function that the portal has not',
      changed('parameters/outputs/secrets', "[json(steps('force').secrets)]"),
      'no function json',
    ],
    ['a kind of field that there is not', changed('parameters/basics/1/type', 'TextBox'), '/parameters/basics/1'],
    ['a field without a name', changed('parameters/basics/1/name', undefined), '/parameters/basics/1'],
    ['a field without a hint', changed('parameters/basics/1/toolTip', undefined), 'nothing of what to type'],
    ['a field that takes anything', changed('parameters/basics/1/constraints', { required: true }), 'takes anything'],
    [
      'a default that the field refuses',
      changed('parameters/basics/1/defaultValue', 'Candour Police'),
      'a value that it does not take',
    ],
    ['a step without a title', changed('parameters/steps/0/bladeTitle', undefined), '/parameters/steps/0'],
    ['another handler', changed('handler', 'Candour'), '/handler'],
  ])('is found wrong with %s', (_what, wrong, said) => {
    expect(portalFormProblems(wrong, readAzureTemplate()).join('\n')).toContain(said);
  });
});
