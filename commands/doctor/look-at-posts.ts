import { createListedConnections } from '../../bot/alerts/listed-connections.ts';
import type { ProductionSettings } from '../../bot/settings/server-settings.ts';
import { type AuthenticationSurroundings, createAuthentication } from '../../bot/teams/authentication.ts';
import { ChannelError } from '../../bot/teams/channel-connection.ts';
import { triedPost } from '../../bot/teams/channel-post.ts';
import { found } from './finding.ts';
import type { FindingName } from './finding-table.ts';
import { type OpenedStore, withOpened } from './opened-store.ts';
import type { Tells } from './run-checks.ts';
import { targetWords } from './target-words.ts';

const byStatus: Readonly<Record<number, FindingName>> = {
  401: 'post-unauthorised',
  403: 'post-forbidden',
  404: 'post-no-channel',
  408: 'post-away',
  429: 'post-too-many',
};
const byCode: Readonly<Record<string, FindingName>> = { noAnswer: 'post-unheard', noSuchAnswer: 'post-odd' };

function findingOf(error: unknown): FindingName {
  if (!(error instanceof ChannelError)) return 'post-unsent';
  const { status, code } = error;
  if (status === undefined) return byCode[code] ?? 'post-unsent';
  return byStatus[status] ?? (status >= 500 ? 'post-away' : 'post-refused');
}

/** The line that is said before anything is posted. */
export const beforePosting =
  'As --post asks, one test post goes into each channel that the store has. It says that it is one, and nothing else.';

/**
 * Makes one test post in each channel of the store, by the server's own way and never twice: what came of each is told.
 * Nothing is posted where nobody asked for it.
 */
export const lookAtPosts =
  (
    isAsked: boolean,
    whole: ProductionSettings | undefined,
    opening: Promise<OpenedStore>,
    surroundings: AuthenticationSurroundings,
    deadlineMs: number,
  ) =>
  async (tells: Tells): Promise<void> => {
    if (!isAsked) {
      tells.tell(found('post-not-tried'));
      return;
    }
    if (whole === undefined) {
      tells.tell(found('not-looked-at', 'a setting for it'));
      return;
    }
    const authentication = createAuthentication(whole, surroundings);
    const connectionTo = createListedConnections(whole, { authentication, deadlineMs });
    await withOpened(opening, async ({ targets }, { tell, note }) => {
      const tried = new Set<string>();
      for (const { name, conversationId, serviceUrl, tenantId } of await targets.all()) {
        // Channels that have several things get one post.
        if (tried.has(conversationId)) continue;
        tried.add(conversationId);
        try {
          await connectionTo(serviceUrl).post(conversationId, tenantId, triedPost());
          note(`A test post is in the channel for ${targetWords[name]}.`);
        } catch (error) {
          tell(found(findingOf(error), targetWords[name]));
        }
      }
    })(tells);
  };
