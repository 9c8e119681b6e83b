import type { ReplyName } from '../../concerns/terms/outcomes.ts';
import { type Replies, repliesSchema } from '../../words/reply-templates.ts';
import type { Environment } from './given-settings.ts';
import { readWords, settingsOfWords, type WordSetting, type WordTable } from './word-settings.ts';

const reply = (inBoth: string, says: string) => ({ inBoth, says: { en: says, cy: 'The same in Welsh.' } });

const replyTable: WordTable<ReplyName> = {
  received: reply(
    'REPLY_RECEIVED',
    "What a handler may begin a message with: at most 1,000 characters of plain text, each in both languages or in neither. Received and read, in English; Candour's own words where left out, as for each that follows.",
  ),
  whereOrWhen: reply(
    'REPLY_WHERE_OR_WHEN',
    'A question where or when it happened, which asks nobody to find anything out.',
  ),
  closedActed: reply('REPLY_CLOSED_ACTED', 'The work is finished, and something has been done.'),
  closedNothingFound: reply('REPLY_CLOSED_NOTHING_FOUND', 'The work is finished, and nothing more needs to be done.'),
  closedKept: reply('REPLY_CLOSED_KEPT', 'The work is finished for now, and the report is kept.'),
  closedPassedOn: reply('REPLY_CLOSED_PASSED_ON', 'The work is finished here, and the report was passed on.'),
};

export const aboutReplies: readonly WordSetting[] = settingsOfWords(replyTable);

export const replySettings: readonly string[] = aboutReplies.map(({ name }) => name);

/**
 * Candour's own by default. Throws SettingsError, which names each that is too long, no plain text, or in one language
 * only.
 */
export const readReplies = (environment: Environment): Replies => readWords(replyTable, repliesSchema, environment);
