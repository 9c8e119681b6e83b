import { randomInt, randomUUID } from 'node:crypto';
import { tenantId } from './bot-settings.ts';
import type { InvokeName } from './invoke-answer.ts';

/** Somebody who uses Teams, with the ids that Teams gives them. Their name is a mark, to be looked for. */
export interface TeamsPerson {
  readonly objectId: string;
  readonly name: string;
  readonly userId: string;
  readonly conversationId: string;
  readonly locale: 'en-GB' | 'cy-GB';
}

export const newPerson = (locale: TeamsPerson['locale'] = 'en-GB', objectId: string = randomUUID()): TeamsPerson => ({
  objectId,
  name: `Name${randomUUID().replaceAll('-', '')}`,
  userId: `29:1${randomUUID().replaceAll('-', '')}`,
  conversationId: `a:1${randomUUID().replaceAll('-', '')}`,
  locale,
});

export type Activity = Readonly<Record<string, unknown>>;

/** Where an activity is written: the person's own chat with the bot, or a thread of a channel. */
export type Place = 'chat' | { readonly channelId: string; readonly teamId: string; readonly replyTo?: string };

export interface Surroundings {
  readonly person: TeamsPerson;
  readonly serviceUrl: string;
  readonly botId: string;
  readonly now: Date;
  readonly place?: Place;
}

const conversationIn = (place: Place, person: TeamsPerson): Activity =>
  place === 'chat'
    ? { conversationType: 'personal', tenantId, id: person.conversationId }
    : {
        isGroup: true,
        conversationType: 'channel',
        tenantId,
        id: `${place.channelId};messageid=${place.replyTo ?? '1700000000000'}`,
      };

const dataOfChannel = (place: Place): Activity =>
  place === 'chat'
    ? { tenant: { id: tenantId } }
    : {
        teamsChannelId: place.channelId,
        teamsTeamId: place.teamId,
        channel: { id: place.channelId },
        team: { id: place.teamId },
        tenant: { id: tenantId },
      };

/** What every activity of Teams has. */
function envelope({ person, serviceUrl, botId, now, place = 'chat' }: Surroundings): Activity {
  return {
    id: `f:${randomUUID()}`,
    timestamp: now.toISOString(),
    localTimestamp: now.toISOString(),
    localTimezone: 'Europe/London',
    locale: person.locale,
    channelId: 'msteams',
    serviceUrl,
    from: { id: person.userId, name: person.name, aadObjectId: person.objectId },
    recipient: { id: botId, name: 'Candour' },
    conversation: conversationIn(place, person),
    entities: [
      { type: 'clientInfo', locale: person.locale, country: 'GB', platform: 'Windows', timezone: 'Europe/London' },
    ],
    channelData: dataOfChannel(place),
  };
}

/** Words typed into a chat, or into a channel with a mention of the bot. */
export function messageActivity(surroundings: Surroundings, words: string): Activity {
  const { place = 'chat', botId } = surroundings;
  const mention = '<at>Candour</at>';
  const sent = envelope(surroundings);
  if (place === 'chat') return { ...sent, type: 'message', textFormat: 'plain', text: words };
  const mentioned = { type: 'mention', mentioned: { id: botId, name: 'Candour' }, text: mention };
  return { ...sent, type: 'message', textFormat: 'plain', text: `${mention} ${words}`, entities: [mentioned] };
}

/** Something done on a card or in a dialog. `value` is sent as it is, whatever it is. */
export const invokeActivity = (surroundings: Surroundings, name: InvokeName, value: unknown): Activity => ({
  ...envelope(surroundings),
  type: 'invoke',
  name,
  value,
  replyToId: `17${randomInt(10_000_000, 99_999_999)}`,
});

/** The bot was added to a chat or a team, or removed: Teams says so in both of these. */
export const installationActivities = (surroundings: Surroundings, action: 'add' | 'remove'): readonly Activity[] => {
  const { botId, place = 'chat' } = surroundings;
  const members = [{ id: botId }];
  const eventType = place === 'chat' ? {} : { eventType: action === 'add' ? 'teamMemberAdded' : 'teamMemberRemoved' };
  const sent = envelope(surroundings);
  return [
    {
      ...sent,
      type: 'conversationUpdate',
      channelData: { ...dataOfChannel(place), ...eventType },
      ...(action === 'add' ? { membersAdded: members } : { membersRemoved: members }),
    },
    { ...sent, id: `f:${randomUUID()}`, type: 'installationUpdate', action },
  ];
};
