import type { ChatNote } from '../../../cards/chat-reply-page.ts';
import type { Page } from '../../../cards/page.ts';
import type { Contacts } from '../../../words/contacts.ts';
import { chatReplyPage } from '../../../cards/chat-reply-page.ts';
import { welcomePage } from '../../../cards/welcome-page.ts';
import type { GetTopics } from '../../../guidance/topic.ts';
import type { Language } from '../../../core/model/language.ts';
import { targetNames } from '../../../core/model/alert-targets.ts';
import { maySetTarget, permittedSummaryAudiences } from '../../../core/model/permissions.ts';
import { type RoleDirectory, type PersonId, type Role, roles as allRoles } from '../../../core/model/roles.ts';
import type { Staffing } from '../../../core/model/staffed-hours.ts';

/** The same for everyone, but for summaries and channels. It hides who handles cases. */
export interface WelcomePages {
  page(objectId: PersonId, language: Language): Promise<Page>;
  messageReply(objectId: PersonId, language: Language, notes: readonly ChatNote[]): Promise<Page>;
  readonly anonymousPage: (language: Language) => Page;
}

export function createWelcomePages(deps: {
  readonly directory: RoleDirectory;
  readonly contacts: Contacts;
  readonly staffing: () => Staffing;
  readonly topicsNow: GetTopics;
  readonly development: boolean;
  /** Some phones need it. */
  readonly page?: string | undefined;
}): WelcomePages {
  const { contacts, directory } = deps;
  const banner = (held: ReadonlySet<Role>) =>
    deps.development && { development: allRoles.filter((role) => held.has(role)) };
  const buildPage = (held: ReadonlySet<Role>, language: Language): Page =>
    welcomePage({
      language,
      contacts,
      topics: deps.topicsNow(),
      ...(deps.page && { page: deps.page }),
      canSummarise: permittedSummaryAudiences(held).length > 0,
      choosesChannels: targetNames.some((name) => maySetTarget(held, name)),
      ...banner(held),
    });
  return {
    page: async (objectId, language) => buildPage(await directory.getRoles(objectId), language),
    messageReply: async (objectId, language, notes) =>
      chatReplyPage({
        language,
        contacts,
        staffing: deps.staffing(),
        notes,
        ...banner(await directory.getRoles(objectId)),
      }),
    anonymousPage: (language) => buildPage(new Set(), language),
  };
}
