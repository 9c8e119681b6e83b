import type { Card } from '../cards/card.ts';
import type { Contacts } from '../cards/contacts.ts';
import { welcomeCard } from '../cards/welcome-card.ts';
import type { Language } from '../concerns/language.ts';
import { summariesFor } from '../concerns/permissions.ts';
import { type Directory, roles as allRoles } from '../concerns/ports/directory.ts';
import type { Door } from '../dialogs/guide.ts';

/** Draws the first card for a person. It is the same for everybody but for the summary that some may pull. */
export interface WelcomeDesk {
  card(objectId: string, language: Language, note?: 'chatIsRecorded'): Promise<Card>;
}

export const createWelcomeDesk = (deps: {
  readonly directory: Directory;
  readonly contacts: Contacts;
  readonly door: Door;
  /** In development the card says which roles the one person at the Playground holds. */
  readonly development: boolean;
}): WelcomeDesk => ({
  async card(objectId, language, note) {
    const held = await deps.directory.rolesOf(objectId);
    return welcomeCard({
      language,
      contacts: deps.contacts,
      door: deps.door,
      ...(note && { note }),
      canSummarise: summariesFor(held).length > 0,
      ...(deps.development && { development: allRoles.filter((role) => held.has(role)) }),
    });
  },
});
