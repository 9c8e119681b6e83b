import { exampleStaffing } from '../cards/example-views.ts';
import { renderPage } from '../../../cards/render-page.ts';
import { changedReportText } from '../../../cards/report-text.ts';
import type { Language } from '../../../core/model/language.ts';
import { createComeBackConversation } from '../../../dialogs/come-back-conversation.ts';
import type { Conversation, MoveResult } from '../../../dialogs/conversation.ts';
import { createConversationRunner } from '../../../dialogs/conversation.ts';
import { createReportConversation } from '../../../dialogs/report-conversation.ts';
import type { Route } from '../../../core/model/report-routes.ts';
import { createMailboxDecrypter } from '../../../crypto/decrypt-seal.ts';
import { returnCodeWords } from '../../../crypto/word-lists/return-code-words.ts';
import { contactsSchema } from '../../../words/contacts.ts';
import { type Core, openCore, withIntake } from '../core/open-core.ts';
import { type ParsedCard, parseCard } from '../journeys/parsed-card.ts';
import { person } from './report-driver.ts';
import { type FaultyStore, createFaultyStore } from './faulty-store.ts';

interface Differences {
  readonly takesFiles?: boolean;
}

/** Somebody at a page that runs the conversations itself, over a real store, with a clock that stands. */
export interface PartnerDriver {
  readonly core: Core;
  readonly faultyStore: FaultyStore;
  open(flow: 'report' | 'comeBack', language?: Language): ParsedCard;
  /** The card that follows a button, with what is typed over what stands in the card. `undefined` at the end. */
  press(verb: string, typed?: Readonly<Record<string, string>>): Promise<ParsedCard | undefined>;
  /** The same, where a card must follow. */
  step(verb: string, typed?: Readonly<Record<string, string>>): Promise<ParsedCard>;
  /** How often it was told that an alert need not wait. */
  nudges(): number;
  /** The same store by another door. */
  by(route: Route, its?: Differences): PartnerDriver;
  close(): Promise<void>;
}

/** A partner at their own page, or staff at theirs. */
export function createPartnerDriver(
  route: Route = 'hub',
  core: Core = openCore(),
  its: Differences = {},
): PartnerDriver {
  const faultyStore = createFaultyStore(core.store);
  let nudges = 0;
  let at: Extract<MoveResult, { kind: 'shown' }> | undefined;
  const nudge = () => void (nudges += 1);
  const deps = {
    ...withIntake({ ...core.deps, ...faultyStore.store, timeLimits: { acknowledge: 2 } }),
    contacts: contactsSchema.parse({}),
    mailbox: createMailboxDecrypter(),
    codeWords: returnCodeWords,
    timeLimits: { acknowledge: 2 },
    staffing: () => exampleStaffing,
    messages: true,
    isSealedInPage: true,
    ...its,
    route,
    describeChange: ({ language, answers, route: its }: Parameters<Describe>[0]) =>
      changedReportText(language, answers, its),
    onNewCase: nudge,
    onFollowUp: nudge,
    onForgerySuspected: () => undefined,
    onError: () => undefined,
    get deadlineMs() {
      return faultyStore.hangs() ? 20 : 5_000;
    },
  };
  const conversations: readonly Conversation[] = [createReportConversation(deps), createComeBackConversation(deps)];
  const steps = createConversationRunner(conversations);
  const shown = (step: Extract<MoveResult, { kind: 'shown' }>): ParsedCard => {
    at = step;
    return parseCard(renderPage(steps.page(step, '1')));
  };
  const press: PartnerDriver['press'] = async (verb, typed = {}) => {
    if (at === undefined) throw new Error('no card is open');
    const stands = parseCard(renderPage(steps.page(at, '1'))).inputs.map(({ id, value }) => [id, value ?? ''] as const);
    const inputs = Object.entries({ ...Object.fromEntries(stands), ...typed }).filter(([, value]) => value !== '');
    const next = await steps.move(at.at, { verb, inputs: Object.fromEntries(inputs), person });
    return next.kind === 'shown' ? shown(next) : undefined;
  };
  return {
    core,
    faultyStore,
    open: (flow, language = 'en') => shown(steps.begin(flow, { language })),
    press,
    async step(verb, typed) {
      const card = await press(verb, typed);
      if (card === undefined) throw new Error('no card came');
      return card;
    },
    nudges: () => nudges,
    by: (other, differences) => createPartnerDriver(other, core, differences),
    close: () => core.close(),
  };
}
type Describe = Parameters<typeof createReportConversation>[0]['describeChange'];

/** A short way of a partner, card by card. */
export const shortAnswers: readonly Readonly<Record<string, string>>[] = [
  { consent: 'agrees' },
  { what: 'what they said', conflict: 'no', risk: 'no' },
];

/** The card with the code, after the short way was filled in, or one that differs from it. */
export async function goToPartnerCode(
  led: PartnerDriver,
  way: readonly Readonly<Record<string, string>>[] = shortAnswers,
  language: Language = 'en',
): Promise<ParsedCard> {
  let card = led.open('report', language);
  for (const typed of way) card = await led.step('next', typed);
  return card;
}
