import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { rotatedSecretNames } from '../../cli/rotate.ts';
import { roleSettingNames } from '../../bot/config/role-settings.ts';
import { settingNames } from '../../bot/config/settings-schema.ts';
import { isConfiguredRole, roles } from '../../core/model/roles.ts';
import { secretSettings } from '../../deploy/azure/check-parameters.ts';
import { linkedFiles } from '../support/docs/statements.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'guides');
const guide = readFileSync(join(folder, 'secrets-and-people.md'), 'utf8');

/** A setting that holds a secret says so by its name, or by the place that it has in Azure. */
const secretsOf = (names: readonly string[]): readonly string[] =>
  names.filter((name) => /SECRET|PASSWORD|CERTIFICATE|CONNECTION$|_KEY$|TOKEN/u.test(name));
const secrets = [...new Set([...secretsOf(settingNames), ...secretSettings])].sort();

const [, inSettings = '', elsewhere = ''] = guide.split(/^## Secrets (?:in the settings|that are in no setting)$/mu);
/** The sections of a part, by their headings. */
const sectionsIn = (part: string): readonly (readonly [string, string])[] =>
  (part.split(/^## /mu)[0] ?? '')
    .split(/^### /mu)
    .slice(1)
    .map((section) => [section.split('\n')[0] ?? '', section] as const);
const sections = [...sectionsIn(inSettings), ...sectionsIn(elsewhere)];

describe('the guide to secrets', () => {
  it('has a section for each setting that holds a secret, and for none that is not there', () => {
    expect(secrets.length).toBeGreaterThan(4);
    expect(
      sectionsIn(inSettings)
        .map(([heading]) => heading.replaceAll('`', ''))
        .sort(),
    ).toEqual(secrets);
  });

  it('has the same secrets as `npm run rotate`, which says the steps of each', () => {
    expect([...rotatedSecretNames].sort()).toEqual(secrets);
    expect(guide).toContain('npm run rotate');
  });

  it('would miss a secret that came with a new setting', () => {
    expect(secretsOf(['HOST', 'NEW_SERVICE_KEY', 'RECIPIENTS_ACU', 'PROXY_PASSWORD'])).toEqual([
      'NEW_SERVICE_KEY',
      'PROXY_PASSWORD',
    ]);
  });

  it.each(sections)('says of %s when, who, what comes next, and what becomes of open reports', (_heading, section) => {
    const parts = ['When', 'Who', 'Next step', 'Open reports'];
    expect(section.match(/^- \*\*[A-Z][a-z ]+\*\*/gmu)).toEqual(parts.map((part) => `- **${part}**`));
  });

  it.each(sections)(
    'names tests for what becomes of open reports with %s, or says that nothing shows it',
    (_heading, section) => {
      const [, open = ''] = section.split('- **Open reports**');
      const named = linkedFiles(open).filter((file) => file.endsWith('.ts'));
      expect(named.length > 0 || open.includes('**Not yet shown**')).toBe(true);
      expect(named.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
    },
  );

  it('names every role that a token can give by the letters that it has for it, and no list of settings but one that is there', () => {
    expect(roles.filter((role) => !isConfiguredRole(role) && !guide.includes(`\`${role}\``))).toEqual([]);
    const lists: readonly string[] = Object.values(roleSettingNames);
    expect(
      [...guide.matchAll(/`(ROLE_[A-Z_]+)`/gu)].flatMap(({ 1: name = '' }) => (lists.includes(name) ? [] : [name])),
    ).toEqual([]);
  });
});
