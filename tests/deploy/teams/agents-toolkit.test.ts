import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { toolkitConfig, toolkitEnvironment } from '../../../deploy/teams/agents-toolkit.ts';
import { toYaml } from '../../../deploy/teams/yaml.ts';
import type { Json } from '../../../deploy/azure/json.ts';
import { packageSettingNames } from '../../../manifest/package-settings.ts';

const schema: object = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../fixtures/agents-toolkit/v1.13.schema.json'), 'utf8'),
);
const isValid = new Ajv({ strict: false, allErrors: true }).compile(schema);

const replaced = (from: string, to: string): Json => JSON.parse(JSON.stringify(toolkitConfig()).replace(from, to));

describe('the file of the Agents Toolkit', () => {
  it('is valid by the toolkit’s own schema', () => {
    expect({ valid: isValid(toolkitConfig()), errors: isValid.errors }).toEqual({ valid: true, errors: null });
  });

  it.each([
    ['an action that there is not', '"teamsApp/update"', '"teamsApp/updated"'],
    ['an action without what it needs', '"generateClientSecret":false,', ''],
    ['a secret that is made and kept nowhere', '"generateClientSecret":false', '"generateClientSecret":true'],
    ['a version that the schema is not of', '"v1.13"', '"v1.1"'],
    ['an audience that there is not', '"AzureADMyOrg"', '"Everybody"'],
    ['a variable that can be none', '"AAD_APP_CLIENT_ID"', '"tab client"'],
    ['a part that there is not', '"publish":', '"published":'],
    ['a path where the toolkit asks for none', '"manifestPath"', '"manifest"'],
  ])('is not valid any more with %s', (_what, from, to) => {
    expect(JSON.stringify(toolkitConfig())).toContain(from);
    expect(isValid(replaced(from, to))).toBe(false);
  });

  it('gives the package each setting that it is made from, or leaves it to its default', () => {
    const given = JSON.stringify(toolkitConfig());
    const left = packageSettingNames.filter((name) => !given.includes(`"${name}"`));
    expect(left).toEqual(expect.arrayContaining(['CANDOUR_ENVIRONMENT', 'PRIVACY_URL', 'TERMS_URL']));
    expect(left).not.toContain('TAB_CLIENT_ID');
    const asked = [...given.matchAll(/\$\{\{(\w+)\}\}/gu)].map(([, name]) => name);
    const known = [...toolkitEnvironment().matchAll(/^(\w+)=/gmu)].map(([, name]) => name);
    const made = ['AAD_APP_CLIENT_ID', 'TEAMS_APP_ID'];
    expect(asked.filter((name) => !known.includes(name) && !made.includes(name ?? ''))).toEqual([]);
  });
});

describe('YAML', () => {
  it('quotes what could be taken for something else', () => {
    expect(toYaml({ yes: 'no', one: '1', deep: [{ a: 'b c', list: ['x'] }, 'plain'], none: [], 'odd key': null })).toBe(
      [
        '"yes": "no"',
        'one: "1"',
        'deep:',
        '  - a: "b c"',
        '    list:',
        '      - x',
        '  - plain',
        'none: []',
        '"odd key": null',
        '',
      ].join('\n'),
    );
  });
});
