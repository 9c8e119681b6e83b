import type { ChatNote } from '../../cards/chat-notes.ts';
import type { Page } from '../../cards/page.ts';
import type { Contacts } from '../../words/contacts.ts';
import { typedWordsPage } from '../../cards/typed-words-page.ts';
import { welcomePage } from '../../cards/welcome-page.ts';
import type { LiveTopics } from '../../guidance/topic.ts';
import type { Language } from '../../concerns/terms/language.ts';
import { targetNames } from '../../concerns/records/alert-targets.ts';
import { maySetTarget, summariesFor } from '../../concerns/records/permissions.ts';
import { type Directory, type Role, roles as allRoles } from '../../concerns/terms/directory.ts';
import type { Staffing } from '../../concerns/terms/staffed-hours.ts';
import type { PersonId } from '../../concerns/terms/person-id.ts';

/**
 * The first page for a person. It is the same for everybody but for the summary that some may pull, and what those of
 * them may do with it: whoever handles cases and nothing else has the page that everybody has.
 */
export interface Welcome {
  page(objectId: PersonId, language: Language): Promise<Page>;
  /** The page for somebody who typed words of their own into the chat, with notes on these. */
  afterWords(objectId: PersonId, language: Language, notes: readonly ChatNote[]): Promise<Page>;
  /** The same as it is for whoever holds no role, where nobody is known by name. */
  readonly forAnybody: (language: Language) => Page;
}

export function createWelcome(deps: {
  readonly directory: Directory;
  readonly contacts: Contacts;
  readonly staffing: () => Staffing;
  readonly topicsNow: LiveTopics;
  /** In development the card says which roles the one person at the Playground holds. */
  readonly development: boolean;
  /** Where the page for reporting opens, which some phones need; left out where it has no address. */
  readonly page?: string | undefined;
}): Welcome {
  const { contacts, directory } = deps;
  const banner = (held: ReadonlySet<Role>) =>
    deps.development && { development: allRoles.filter((role) => held.has(role)) };
  const pageFor = (held: ReadonlySet<Role>, language: Language): Page =>
    welcomePage({
      language,
      contacts,
      topics: deps.topicsNow(),
      ...(deps.page && { page: deps.page }),
      canSummarise: summariesFor(held).length > 0,
      choosesChannels: targetNames.some((name) => maySetTarget(held, name)),
      ...banner(held),
    });
  return {
    page: async (objectId, language) => pageFor(await directory.rolesOf(objectId), language),
    afterWords: async (objectId, language, notes) =>
      typedWordsPage({
        language,
        contacts,
        staffing: deps.staffing(),
        notes,
        ...banner(await directory.rolesOf(objectId)),
      }),
    forAnybody: (language) => pageFor(new Set(), language),
  };
}
