import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { renderPage } from '../../../cards/render-page.ts';
import { returnCodeWords } from '../../../crypto/word-lists/return-code-words.ts';
import { createComeBackConversation } from '../../../dialogs/come-back-conversation.ts';
import { plainRefusals } from '../../../contract/operation-answers.ts';
import {
  createReportSession,
  type ReportSessionDependencies,
  type ReportSessionResult,
} from '../../../tab/report/report-session.ts';
import type { Tab } from '../../../tab/ui/tab-context.ts';
import { buttonName, type ParsedCard, parseCard } from './parsed-card.ts';
import type { TabClient } from './tab-client.ts';
import type { TeamsClient } from './teams-client.ts';

/** What a person does with a card, at whichever door it is shown. */
export type CardClient = Pick<TeamsClient, 'card' | 'fill' | 'filled' | 'press'>;

/** Somebody at the page for reporting: the page's own steps, with the server behind a token of theirs. */
export interface PageClient extends CardClient {
  /** Whether the conversation is over, and the page at its start. */
  readonly isAtStart: () => boolean;
  /** What the page says beside its card. */
  readonly refusal: () => string | undefined;
  /** Leaves the conversation at once, with what it holds, as the page's own button does. */
  readonly stop: () => void;
  /** Whether a file can be chosen where the conversation is. */
  readonly takesFiles: () => boolean;
}

const codes = z.enum(['notSignedIn', ...plainRefusals]);

/** The page's way to the server, over a client that throws what was refused. */
export const createCall =
  (tab: Pick<TabClient, 'call'>): Tab['call'] =>
  async (operation, body) => {
    try {
      return { ok: true, value: await tab.call(operation, body) };
    } catch (error) {
      const code = codes.safeParse(error instanceof Error ? error.message.split(' ').at(-1) : undefined);
      if (!code.success) throw error;
      return { ok: false, refusal: { code: code.data } };
    }
  };

/** A client of the page for one person, at its start. */
export function createPageClient(
  tab: Pick<TabClient, 'objectId' | 'name' | 'call'>,
  language: 'en' | 'cy',
  call: ReportSessionDependencies['call'] = createCall(tab),
  route: ReportSessionDependencies['route'] = 'staff',
  held?: ReportSessionDependencies['pendingFiles'],
): PageClient {
  let shown: ParsedCard | undefined;
  let filled = new Map<string, string>();
  let refusal: string | undefined;
  let round = 0;

  const talk = createReportSession({
    call,
    route,
    me: tab,
    ...(held && { pendingFiles: held }),
    loadComeBack: async () => createComeBackConversation,
    loadCodeWords: async () => returnCodeWords,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    monotonic: () => performance.now(),
  });
  const front = (): ParsedCard => {
    if (shown === undefined) throw new Error('no card is shown');
    return shown;
  };
  function show(told: ReportSessionResult, begunIn: number): ParsedCard {
    const before = shown;
    if (begunIn !== round) throw new Error('the page was left');
    const isHeld = told.kind === 'refused' && told.code === 'heldFiles';
    refusal = told.kind === 'refused' && !isHeld ? told.code : told.refusal;
    if (told.kind !== 'refused') {
      shown = told.kind === 'page' ? parseCard(renderPage(told.page)) : undefined;
      filled = new Map(shown?.inputs.flatMap(({ id, value }) => (value ? [[id, value]] : [])));
    }
    const card = shown ?? before;
    if (card === undefined) throw new Error(`the page showed no card: ${refusal}`);
    return card;
  }
  return {
    card: front,
    isAtStart: () => shown === undefined,
    refusal: () => refusal,
    takesFiles: () => shown !== undefined && talk.files()?.takes !== undefined,
    fill(id, value) {
      if (!front().inputs.some((input) => input.id === id)) throw new Error(`the card has no input ${id}`);
      filled.set(id, value);
    },
    filled: (id) => filled.get(id) ?? '',
    stop() {
      round += 1;
      shown = undefined;
      held?.clear();
    },
    async press(name) {
      const begunIn = round;
      if (shown === undefined) {
        if (name !== 'report' && name !== 'comeBack') throw new Error(`the page does not start ${name}`);
        return show(await talk.open(name, language), begunIn);
      }
      const button = shown.buttons.find((one) => buttonName(one) === name);
      if (button === undefined) throw new Error(`the card has no button ${name}`);
      const inputs = Object.fromEntries([...filled].filter(([, value]) => value !== ''));
      return show(await talk.press({ ...button.data, ...inputs }, language), begunIn);
    },
  };
}
