import { exampleStaffing } from '../cards/example-views.ts';
import { returnCodeWords } from '../../../crypto/word-lists/return-code-words.ts';
import { contactsSchema } from '../../../words/contacts.ts';
import { changedReportText } from '../../../cards/report-text.ts';
import { renderPage } from '../../../cards/render-page.ts';
import type { Language } from '../../../core/model/language.ts';
import { parseReturnCode, type ReturnCode } from '../../../core/model/return-code.ts';
import { type StateSealer, createStateSealer } from '../../../dialogs/bot-framework/sealed-state.ts';
import { createDayKeyRing } from '../../../dialogs/bot-framework/day-key-ring.ts';
import {
  type CardRefusal,
  createDialogManager,
  type DialogManager,
} from '../../../dialogs/bot-framework/dialog-manager.ts';
import type { Person, StepResult } from '../../../dialogs/conversation.ts';
import { createMailboxDecrypter } from '../../../crypto/decrypt-seal.ts';
import { type Core, openCore, withIntake } from '../core/open-core.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { buttonName, type ParsedCard, parseCard } from '../journeys/parsed-card.ts';
import { type FaultyStore, createFaultyStore } from './faulty-store.ts';

export const person: Person = {
  key: 'person',
  objectId: toPersonId('object-of-a-person'),
  name: 'Name of a person',
  tenantId: 'tenant',
};

/** A card in front of somebody: what it shows, and what its buttons carry. */
export interface ViewedCard extends ParsedCard {
  readonly token: string;
  readonly moves: readonly string[];
  /** What stands in its inputs, by their names; none for an empty one. */
  readonly filled: Readonly<Record<string, string>>;
}

function seen(guided: StepResult<CardRefusal>): ViewedCard {
  if (guided.kind !== 'page') throw new Error(`no page came: ${guided.kind}`);
  const shown = parseCard(renderPage(guided.page));
  const tokens = new Set(Array.from(shown.json.matchAll(/"state":"([^"]+)"/gu), ([, token]) => token));
  if (tokens.size !== 1) throw new Error('the buttons of a card carry one state');
  const filled = shown.inputs.flatMap(({ id, value }) => (value ? [[id, value] as const] : []));
  return {
    ...shown,
    token: [...tokens][0] ?? '',
    moves: shown.buttons.filter(({ data }) => data !== undefined).map(buttonName),
    filled: Object.fromEntries(filled),
  };
}

/** The return code that a card shows. */
export function parseCardCode(card: ParsedCard): ReturnCode {
  const code = parseReturnCode(/\b(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}\b/u.exec(card.text)?.[0] ?? '');
  if (code === undefined) throw new Error('the card shows no code');
  return code;
}

export interface ReportDriver {
  readonly core: Core;
  readonly guide: DialogManager;
  readonly sealedState: StateSealer;
  readonly faultyStore: FaultyStore;
  /** What the operators were told of. */
  readonly troubles: readonly unknown[];
  /** How often it was told that an alert need not wait. */
  nudges(): number;
  /** How often it was told that a message was not genuine. */
  doubts(): number;
  open(flow: 'report' | 'comeBack', language?: Language): Promise<ViewedCard>;
  /** What follows a button of a card, with what stands in its inputs and what is typed over it. */
  press(
    card: ViewedCard,
    verb: string,
    typed?: Readonly<Record<string, string>>,
    by?: Person,
  ): Promise<StepResult<CardRefusal>>;
  /** The same, where a card must follow. */
  step(card: ViewedCard, verb: string, typed?: Readonly<Record<string, string>>): Promise<ViewedCard>;
  close(): Promise<void>;
}

/** Somebody who is led through conversations over a real store, with a clock that stands. */
export function createReportDriver(): ReportDriver {
  const core = openCore();
  const faultyStore = createFaultyStore(core.store);
  const troubles: unknown[] = [];
  let nudges = 0;
  let doubts = 0;
  const nudge = () => void (nudges += 1);
  const { clock, random } = core.deps;
  const keys = createDayKeyRing({
    dayKeys: core.store.dayKeys,
    secret: 'a secret of the server, long enough',
    clock,
    random,
  });
  const sealer = createStateSealer({ keys, clock, random });
  const timeLimits = { acknowledge: 2, triage: 5, update: 14 };
  const { intake, ...deps } = withIntake({ ...core.deps, ...faultyStore.store, timeLimits });
  const guide = createDialogManager({
    ...deps,
    getIntake: () => intake,
    sealer,
    contacts: contactsSchema.parse({}),
    mailbox: createMailboxDecrypter(),
    codeWords: returnCodeWords,
    filesPage: 'https://teams.example/report',
    timeLimits,
    staffing: () => exampleStaffing,
    messages: true,
    describeChange: (state) => changedReportText(state.language, state.answers, state.route),
    onNewCase: nudge,
    onFollowUp: nudge,
    onForgerySuspected: () => void (doubts += 1),
    onError: (error) => void troubles.push(error),
    // Nothing is late but what hangs, however busy the machine is.
    get deadlineMs() {
      return faultyStore.hangs() ? 20 : 5_000;
    },
  });
  const press: ReportDriver['press'] = (card, verb, typed = {}, by = person) => {
    // As clients do: an empty input is absent from what they send.
    const inputs = Object.entries({ ...card.filled, ...typed }).filter(([, value]) => value !== '');
    return guide.move(card.token, { verb, inputs: Object.fromEntries(inputs), person: by });
  };
  return {
    core,
    guide,
    sealedState: sealer,
    faultyStore,
    troubles,
    nudges: () => nudges,
    doubts: () => doubts,
    open: async (flow, language = 'en') => seen(await guide.open(flow, language, person)),
    press,
    step: async (card, verb, typed) => seen(await press(card, verb, typed)),
    close: () => core.close(),
  };
}

/** The card that shows the code, after the first two were filled in. */
export async function goToCode(led: ReportDriver, answers: Readonly<Record<string, string>> = {}): Promise<ViewedCard> {
  const { mode = 'confidential', ...account } = answers;
  const known = await led.step(await led.open('report'), 'next', { what: 'what happened', conflict: 'no', ...account });
  return led.step(known, 'next', { mode });
}
