import { describe, expect, it } from '@jest/globals';
import { parseChatCommand, commandLanguage, isEmptyMessage } from '../../../../bot/teams/handlers/message-handler.ts';
import { languages } from '../../../../core/model/language.ts';
import { menuCommands } from '../../../../manifest/app-manifest.ts';

const titles = Object.entries(menuCommands).flatMap(([scope, commands]) =>
  commands.flatMap(({ title }) => languages.map((language) => [scope, title[language]] as const)),
);

describe('what somebody types', () => {
  it.each(titles)('is known where the menu of %s types "%s" for them', (_, title) => {
    expect(parseChatCommand(title)).toBeDefined();
    expect(parseChatCommand(`<at>Candour</at> ${title}\n`)).toEqual(parseChatCommand(title));
  });

  it('is the same command in both languages', () => {
    for (const { title } of Object.values(menuCommands).flat()) {
      expect(parseChatCommand(title.cy)).toEqual(parseChatCommand(title.en));
    }
  });

  it.each([
    ['alerts here', 'rhybuddion yma', 'acu'],
    ['urgent alerts here', 'rhybuddion brys yma', 'acuSecond'],
    ['on call alerts here', 'rhybuddion ar alwad yma', 'acuOnCall'],
    ['reserve on-call alerts here', 'rhybuddion ar alwad swyddogion wrth gefn yma', 'reserveOnCall'],
    ['reserve alerts here', 'rhybuddion swyddogion wrth gefn yma', 'reserve'],
    ['admin alerts here', 'rhybuddion gweinyddu yma', 'admins'],
  ])('says where alerts go: "%s", "%s"', (en, cy, target) => {
    expect(parseChatCommand(en)).toEqual({ kind: 'target', target });
    expect(parseChatCommand(cy)).toEqual({ kind: 'target', target });
  });

  it('is known by what was typed for it before', () => {
    expect(parseChatCommand('rhybuddion wrth gefn yma')).toEqual({ kind: 'target', target: 'reserve' });
    expect(commandLanguage('rhybuddion wrth gefn yma')).toBe('cy');
  });

  it('says which language to answer in', () => {
    expect(['weekly summary', 'crynodeb wythnosol', 'Shwmae', 'anything else'].map(commandLanguage)).toEqual([
      'en',
      'cy',
      'cy',
      undefined,
    ]);
    expect(parseChatCommand('Cymraeg')).toEqual(parseChatCommand('welsh'));
  });

  it('is known with other spaces, letters, dots and quotes', () => {
    expect(parseChatCommand('  Alert\u00a0 HEALTH! ')).toEqual({ kind: 'health' });
    expect(parseChatCommand('S’mae')).toEqual({ kind: 'greeting' });
  });

  it.each([undefined, '', 'report', 'come back', 'alerts here please', 'x'.repeat(501), 'constructor'])(
    'is no command otherwise: %s',
    (text) => {
      expect(parseChatCommand(text)).toBeUndefined();
    },
  );

  it('says nothing where it is a mention alone', () => {
    expect([undefined, '', ' <at>Candour</at> '].every(isEmptyMessage)).toBe(true);
    expect(isEmptyMessage('<at>Candour</at> a colleague')).toBe(false);
  });
});
