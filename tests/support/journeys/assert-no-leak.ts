import { translate } from '../../../words/cards/translate.ts';
import type { WordKey } from '../../../words/cards/catalogue.ts';
import { languages } from '../../../core/model/language.ts';
import { assertAbsent, assertAbsentOnDisk } from './canary.ts';
import { codeForms } from './code-forms.ts';
import type { Reporter } from './reporter.ts';
import type { RunningBot } from './running-bot.ts';

/** The headings of cards behind the last question: what was written is gone there. */
const endings: readonly WordKey[] = [
  'receipt.heading',
  'receipt.firstHeading',
  'receipt.differsHeading',
  'receipt.keptHeading',
  'comeBack.addedHeading',
  'comeBack.apartHeading',
  'comeBack.discardedHeading',
];
const endingWords = endings.flatMap((key) => languages.map((language) => JSON.stringify(translate(language, key))));
const shownCodes = /\b(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}\b/gu;

/**
 * Expects nothing of what somebody wrote, and nothing of who they are, anywhere but in their own Teams and inside the
 * seals: not in the log, the files, the requests to a database, the posts in channels or the cards after the last
 * question.
 */
export function assertNoLeak(bot: RunningBot, { teams, canary }: Reporter): void {
  const { person } = teams;
  const codes = new Set(teams.answers.flatMap((answer) => answer.match(shownCodes) ?? []));
  const secrets = [canary, ...[...codes].flatMap(codeForms)];
  const identity = [person.name, person.objectId, person.userId, person.conversationId];
  const all = [...secrets, ...identity];
  // Where somebody's own chat is stands in the row of everybody who has the app, alike whatever they do (060).
  const stored = all.filter((mark) => mark !== person.conversationId);

  assertAbsent('log', bot.log.join(''), all);
  assertAbsentOnDisk(bot.folder, stored);
  assertAbsent('requests to the database', JSON.stringify(bot.cosmos?.requests ?? []), stored);
  assertAbsent('requests to the connector', JSON.stringify(bot.connector.requests), secrets);
  const others = [...bot.connector.posts, ...bot.connector.updates].filter(
    ({ conversationId }) => conversationId !== person.conversationId,
  );
  assertAbsent('channels and other chats', JSON.stringify(others), all);
  const ended = teams.answers.filter((answer) => endingWords.some((words) => answer.includes(words)));
  assertAbsent('last cards', ended.join('\n'), [canary, ...identity]);
}
