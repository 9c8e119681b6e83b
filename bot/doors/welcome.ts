import type { Card } from '../../cards/card.ts';
import type { Contacts } from '../../words/contacts.ts';
import { welcomeCard } from '../../cards/welcome-card.ts';
import type { Language } from '../../concerns/terms/language.ts';
import { summariesFor } from '../../concerns/records/permissions.ts';
import { type Directory, roles as allRoles } from '../../concerns/terms/directory.ts';
import type { PersonId } from '../../concerns/terms/person-id.ts';

/** Draws the first card for a person. It is the same for everybody but for the summary that some may pull. */
export interface Welcome {
  card(objectId: PersonId, language: Language, note?: 'chatIsRecorded'): Promise<Card>;
}

export const createWelcome = (deps: {
  readonly directory: Directory;
  readonly contacts: Contacts;
  /** In development the card says which roles the one person at the Playground holds. */
  readonly development: boolean;
  /** Where the page for reporting opens, which some phones need; left out where it has no address. */
  readonly page?: string | undefined;
}): Welcome => ({
  async card(objectId, language, note) {
    const held = await deps.directory.rolesOf(objectId);
    return welcomeCard({
      language,
      contacts: deps.contacts,
      ...(note && { note }),
      ...(deps.page && { page: deps.page }),
      canSummarise: summariesFor(held).length > 0,
      ...(deps.development && { development: allRoles.filter((role) => held.has(role)) }),
    });
  },
});
