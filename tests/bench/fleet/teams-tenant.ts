import { ChannelError } from '../../../bot/teams/channel-connection.ts';
import type { VirtualTime } from './virtual-time.ts';

/** The requests that Teams takes of an app in a tenant within a second. */
export const teamsLimits = 50;

/** A tenant as a bot sees it from outside, which counts what reaches it. */
export interface TeamsTenant {
  /** Says something in a chat; throws ChannelError as a connection does. */
  say(chat: string): Promise<{ readonly activityId: string }>;
  /** How many messages stand in a chat. */
  messagesIn(chat: string): number;
  /** The most requests that came within a second. */
  readonly maxPerSecond: () => number;
  /** How many requests it refused because there were too many. */
  readonly refused: () => number;
}

/** How the chats of a tenant are: of a thousand, each trouble befalls one. */
const ofAThousand = 1_000;
const askedToWaitMs = 3_000;

/**
 * A tenant with Teams' limit, seconds counted at each request, and with troubles that a seed decides: it asks for time, is
 * busy once, fails after it took a message or before, or knows the chat no more.
 */
export function createTeamsTenant(time: VirtualTime, random: () => number, isCalm = false): TeamsTenant {
  const messages = new Map<string, number>();
  const tried = new Set<string>();
  const [came, taken]: [number[], number[]] = [[], []];
  let [most, refused, made] = [0, 0, 0];

  /** The times of the last second. */
  function withinASecond(times: number[]): number[] {
    while ((times[0] ?? Number.POSITIVE_INFINITY) <= time.now() - 1_000) times.shift();
    return times;
  }
  async function take(chat: string): Promise<{ readonly activityId: string }> {
    messages.set(chat, (messages.get(chat) ?? 0) + 1);
    return { activityId: `m${(made += 1)}` };
  }

  return {
    messagesIn: (chat) => messages.get(chat) ?? 0,
    maxPerSecond: () => most,
    refused: () => refused,

    say: async (chat) => {
      most = Math.max(most, withinASecond(came).push(time.now()));
      const isTooMany = withinASecond(taken).length >= teamsLimits;
      if (!isTooMany) taken.push(time.now());
      const trouble = Math.floor(random() * ofAThousand);
      await time.wait(80 + random() * 120);
      if (isTooMany) {
        refused += 1;
        throw new ChannelError('http429', 429, 1_000);
      }
      if (isCalm) return take(chat);
      const isFirst = !tried.has(chat);
      tried.add(chat);
      if (trouble === 0 && isFirst) throw new ChannelError('http429', 429, askedToWaitMs);
      if (trouble === 1 && isFirst) throw new ChannelError('http412', 412);
      if (trouble === 2) throw new ChannelError('http403', 403);
      if (trouble === 3) throw new ChannelError('http500', 500);
      if (trouble === 4) {
        await take(chat);
        throw new ChannelError('noAnswer');
      }
      return take(chat);
    },
  };
}
