import type { ChatCommand } from '../../../bot/teams/handlers/message-handler.ts';
import type { SubmittedAction } from '../../../cards/submitted-action.ts';
import type { Role } from '../../../core/model/roles.ts';
import type { TargetName } from '../../../core/model/alert-targets.ts';
import type { Outcome } from './outcome.ts';

/** What everybody gets, or what some get by their role and everybody else. */
export type Expected = Outcome | ({ readonly [held in Role]?: Outcome } & { readonly others: Outcome });

/** What a person gets who holds one role, or none. */
export const expectedOutcome = (role: Role | undefined, expected: Expected): Outcome =>
  typeof expected === 'string' ? expected : ((role && expected[role]) ?? expected.others);

export interface VerbRow {
  readonly name: string;
  /** What the button says; `unit` and `reserve` stand for the reference of a case of theirs. */
  readonly candour: SubmittedAction;
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** On a card in a chat or a channel, where production takes no step of a report. */
  readonly onCard: Expected;
  readonly inDialog: Expected;
  /** From a channel, on a card and in a dialog, where that is something else. */
  readonly inChannel?: Expected;
  /** On a card in a channel, where others read it, where that is something else than all of these. */
  readonly onCardInChannel?: Expected;
}

const language = 'en';
const pulled = { summaryAcu: 'week', summaryWider: 'week', admin: 'week', reserve: 'week', others: 'refused' } as const;
const week = { verb: 'week', language } as const;
const audiences = {
  acu: { summaryAcu: 'week', others: 'refused' },
  wider: { summaryWider: 'week', admin: 'week', others: 'refused' },
  reserve: { reserve: 'week', others: 'refused' },
} as const;
/** Figures are for somebody's own chat, in a dialog or on a card. */
const figures = (to: Expected) => ({ onCard: to, inDialog: to, inChannel: 'summaryElsewhere' }) as const;

/** The same people, where a period is chosen. */
const choosing = (pulling: Expected): Expected =>
  typeof pulling === 'string'
    ? pulling
    : {
        ...pulling,
        ...Object.fromEntries(
          Object.entries(pulling).flatMap(([role, outcome]) => (outcome === 'week' ? [[role, 'weekChooser']] : [])),
        ),
      };
/** How summaries are sent is asked by those who may pull one, and by those who choose its channel. */
const whoAsksOfSending = {
  handler: 'sending',
  reserve: 'sending',
  summaryAcu: 'sending',
  summaryWider: 'sending',
  admin: 'sending',
  others: 'healthRefused',
} as const;

/** Everything that a button can say, and who gets what for it. */
export const verbRows: readonly VerbRow[] = [
  {
    name: 'show welcome',
    candour: { verb: 'show', card: 'welcome', language },
    onCard: 'welcome',
    inDialog: 'nothing',
    onCardInChannel: 'ownChat',
  },
  {
    name: 'show guidance',
    candour: { verb: 'show', card: 'guidance', topic: 'what', language },
    onCard: 'guidance',
    inDialog: 'guidance',
  },
  {
    name: 'open report',
    candour: { verb: 'open', flow: 'report', language },
    onCard: 'dialogOnly',
    inDialog: 'report',
    onCardInChannel: 'ownChat',
  },
  {
    name: 'open comeBack',
    candour: { verb: 'open', flow: 'comeBack', language },
    onCard: 'dialogOnly',
    inDialog: 'comeBack',
    onCardInChannel: 'ownChat',
  },
  {
    name: 'open week',
    candour: { verb: 'open', flow: 'week', language },
    ...figures(pulled),
  },
  {
    name: 'move',
    candour: { verb: 'move', move: 'send', state: 'made-up' },
    onCard: 'dialogOnly',
    inDialog: 'foreign',
    onCardInChannel: 'ownChat',
  },
  { name: 'week', candour: week, inputs: { week: '2026-W46' }, ...figures(pulled) },
  ...(['acu', 'wider', 'reserve', 'everybody'] as const).map(
    (audience): VerbRow => ({
      name: `week for ${audience}`,
      candour: week,
      inputs: { week: '2026-W46', audience },
      ...figures(audience === 'everybody' ? 'refused' : audiences[audience]),
    }),
  ),
  ...(['acu', 'wider', 'reserve'] as const).flatMap((audience) =>
    (['overview', 'table', 'tables', 'periods'] as const).map(
      (view): VerbRow => ({
        name: `summary ${view} for ${audience}`,
        candour: { verb: 'summary', view, audience, period: '2026-W46', table: 'received', language },
        ...figures(view === 'periods' ? choosing(audiences[audience]) : audiences[audience]),
      }),
    ),
  ),
  ...(['acu', 'wider', 'reserve'] as const).map((audience): VerbRow => {
    const given = {
      acu: { summaryAcu: 'sending', others: 'refused' },
      wider: { summaryWider: 'sending', admin: 'sending', others: 'refused' },
      reserve: { reserve: 'sending', others: 'refused' },
    } as const;
    return {
      name: `sendWeek for ${audience}`,
      candour: { verb: 'sendWeek', audience, wanted: true, language },
      ...figures(given[audience]),
    };
  }),
  {
    name: 'sendWeek how',
    candour: { verb: 'sendWeek', audience: 'acu', language },
    ...figures(whoAsksOfSending),
  },
  {
    name: 'sendWeek no more',
    candour: { verb: 'sendWeek', audience: 'acu', wanted: false, language },
    ...figures(whoAsksOfSending),
  },
  ...([{}, { choice: 'none' }, { choice: 'receive' }, { messages: 'cy' }] as const).map(
    (chosen): VerbRow => ({
      name: `messages ${JSON.stringify(chosen)}`,
      candour: { verb: 'messages', ...chosen, language },
      onCard: 'messages',
      inDialog: 'messages',
      inChannel: 'messagesElsewhere',
    }),
  ),
  {
    name: 'pulse of no campaign',
    candour: { verb: 'pulse', campaign: '0123456789abcdef', phase: 'before', language },
    onCard: 'dialogOnly',
    inDialog: 'pulseClosed',
    onCardInChannel: 'ownChat',
  },
  {
    name: 'acknowledge a case of the unit',
    candour: { verb: 'acknowledge', caseId: 'unit', language },
    onCard: { handler: 'acknowledged', others: 'notAcknowledged' },
    inDialog: 'odd',
  },
  {
    name: 'acknowledge a case of the reserve',
    candour: { verb: 'acknowledge', caseId: 'reserve', language },
    onCard: { reserve: 'acknowledged', others: 'notAcknowledged' },
    inDialog: 'odd',
  },
  {
    name: 'acknowledge no case',
    candour: { verb: 'acknowledge', caseId: '000-000-0000', language },
    onCard: 'notAcknowledged',
    inDialog: 'odd',
  },
];

export interface CommandRow {
  readonly words: string;
  readonly inChat: Expected;
  /** In a channel that is no target. */
  readonly inChannel: Expected;
}

const targets: Readonly<Record<TargetName, CommandRow>> = {
  acu: {
    words: 'alerts here',
    inChat: 'channelOnly',
    inChannel: { handler: 'targetSet', admin: 'targetSet', others: 'targetRefused' },
  },
  acuSecond: {
    words: 'urgent alerts here',
    inChat: 'channelOnly',
    inChannel: { handler: 'targetSet', admin: 'targetSet', others: 'targetRefused' },
  },
  acuOnCall: {
    words: 'on call alerts here',
    inChat: 'channelOnly',
    inChannel: { handler: 'targetSet', admin: 'targetSet', others: 'targetRefused' },
  },
  reserveOnCall: {
    words: 'reserve on call alerts here',
    inChat: 'channelOnly',
    inChannel: { reserve: 'targetSet', others: 'targetRefused' },
  },
  reserve: {
    words: 'reserve alerts here',
    inChat: 'channelOnly',
    inChannel: { reserve: 'targetSet', others: 'targetRefused' },
  },
  admins: {
    words: 'admin alerts here',
    inChat: 'channelOnly',
    inChannel: { admin: 'targetSet', others: 'targetRefused' },
  },
  // A restricted summary comes only where alerts of its cases come, which no channel of this table does.
  summaryAcu: {
    words: 'unit summary here',
    inChat: 'channelOnly',
    inChannel: { handler: 'summaryNotHere', admin: 'summaryNotHere', others: 'targetRefused' },
  },
  summaryReserve: {
    words: 'reserve summary here',
    inChat: 'channelOnly',
    inChannel: { reserve: 'summaryNotHere', others: 'targetRefused' },
  },
  summaryWider: {
    words: 'summary here',
    inChat: 'channelOnly',
    inChannel: { admin: 'summarySet', others: 'targetRefused' },
  },
};

const commands: Readonly<Record<Exclude<ChatCommand['kind'], 'target'>, CommandRow>> = {
  greeting: { words: 'hello', inChat: 'welcome', inChannel: 'channelHelp' },
  guidance: { words: 'guidance', inChat: 'contents', inChannel: 'channelHelp' },
  language: { words: 'language', inChat: 'welcome', inChannel: 'channelHelp' },
  week: { words: 'weekly summary', inChat: pulled, inChannel: 'channelHelp' },
  health: {
    words: 'alert health',
    inChat: { handler: 'health', admin: 'health', reserve: 'health', others: 'healthRefused' },
    inChannel: 'healthRefused',
  },
  sending: {
    words: 'summary health',
    inChat: whoAsksOfSending,
    inChannel: 'healthRefused',
  },
  campaign: {
    words: 'campaign here',
    inChat: 'channelOnly',
    inChannel: { communications: 'campaignHere', others: 'campaignRefused' },
  },
  noCampaign: {
    words: 'no campaign here',
    inChat: 'channelOnly',
    inChannel: { communications: 'campaignNotHere', others: 'campaignRefused' },
  },
  messages: { words: 'messages', inChat: 'messages', inChannel: 'channelHelp' },
  noSummary: { words: 'no summary here', inChat: 'channelOnly', inChannel: 'healthRefused' },
};

/** Everything that can be asked for by typing it, and words that ask for nothing. */
export const commandRows: readonly CommandRow[] = [
  ...Object.values(commands),
  ...Object.values(targets),
  { words: 'a colleague has been asking a witness for her number', inChat: 'recorded', inChannel: 'channelHelp' },
];
