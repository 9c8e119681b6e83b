import { describe, expect, it } from '@jest/globals';
import { readReplies, replySettingNames } from '../../../bot/config/word-settings.ts';
import { SettingsError } from '../../../bot/config/settings-errors.ts';
import { replyNames } from '../../../core/model/case-terms.ts';

/** The names of the settings that are refused, none where all are taken. */
function refused(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    readReplies(environment);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    for (const value of Object.values(environment)) if (value !== '') expect(error.message).not.toContain(value);
    return error.settings;
  }
}

describe('the replies that a message may begin with', () => {
  it('are Candour’s own where a force sets none, also in a file with blank settings', () => {
    const blank = Object.fromEntries(replySettingNames.map((name) => [name, '  ']));
    expect(readReplies(blank)).toEqual(readReplies({}));
    expect(Object.keys(readReplies({}))).toEqual([...replyNames]);
  });

  it('can each be a force’s own, of several lines, and leave the others as they are', () => {
    const own = { en: 'Thank you.\n\nWe have read it.', cy: 'Diolch.\n\nRydym wedi’i ddarllen.' };
    const read = readReplies({ REPLY_RECEIVED_EN: ` ${own.en} `, REPLY_RECEIVED_CY: own.cy });
    expect(read).toEqual({ ...readReplies({}), received: own });
  });

  it('stand in both languages or in neither', () => {
    for (const name of replySettingNames) {
      const other = name.endsWith('_EN') ? name.replace(/_EN$/u, '_CY') : name.replace(/_CY$/u, '_EN');
      expect(refused({ [name]: 'Some words.' })).toEqual([other]);
    }
  });

  it.each(['x'.repeat(1_001), 'One.\u0007', 'Turned \u202E about', 'Hidden\u200B words', 'One.\tTwo.', '\uD800'])(
    'are plain text of at most 1,000 characters: %j is none',
    (text) => {
      expect(refused({ REPLY_CLOSED_KEPT_EN: text, REPLY_CLOSED_KEPT_CY: 'Geiriau.' })).toEqual([
        'REPLY_CLOSED_KEPT_EN',
      ]);
      expect(refused({ REPLY_CLOSED_KEPT_EN: 'Words.', REPLY_CLOSED_KEPT_CY: 'x'.repeat(1_000) })).toEqual([]);
    },
  );
});
