import { z } from 'zod';
import type { TargetName } from '../../../core/model/alert-targets.ts';
import { developmentPeople } from '../../../development/development-tenant.ts';
import type { WordKey } from '../../../words/cards/catalogue.ts';
import { translate } from '../../../words/cards/translate.ts';
import type { RunningBot } from './running-bot.ts';
import { newPerson } from './teams-activities.ts';
import { createTeamsClient } from './teams-client.ts';

type Locale = 'en-GB' | 'cy-GB';
const eventSchema = z.looseObject({ at: z.string(), event: z.string() });

/** A channel that no setting names. */
export const newObjectId = '19:fresh@thread.tacv2';
/** Where a channel is, as Teams says it. */
export const channelPlace = (channelId: string, teamId = '19:team@thread.tacv2') => ({ channelId, teamId });
/** Whether a card or a message says this. */
export const includesWord = (text: string, key: WordKey, language: 'en' | 'cy' = 'en'): boolean =>
  text.includes(translate(language, key));

/** People of each role who talk with a bot in chats and channels, and what came of it. */
export function createChatsByRole(bot: RunningBot) {
  const somebody = (objectId?: string, locale: Locale = 'en-GB') => createTeamsClient(bot, newPerson(locale, objectId));
  return {
    somebody,
    handler: (locale?: Locale) => somebody(developmentPeople.handler, locale),
    reserve: () => somebody(developmentPeople.reserve),
    admin: () => somebody(developmentPeople.admin),
    target: (name: TargetName) => bot.store().targets.read(name),
    lastPost: () => JSON.stringify(bot.connector.posts.at(-1)?.activity ?? {}),
    postsIn: (channelId: string) => bot.connector.posts.filter((post) => post.conversationId.startsWith(channelId)),
    /** The events of the log, without their times. */
    logged: () => bot.log.map((line) => eventSchema.parse(JSON.parse(line))).map(({ at: _at, ...event }) => event),
  };
}
