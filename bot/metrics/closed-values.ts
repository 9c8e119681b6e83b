import type { StopReason } from '../../concerns/records/delivery.ts';
import type { LogEvent, PartnerRefusalReason, RefusalReason, TabRefusal, TroubleCode } from '../running/event-log.ts';

/** The compiler asks for words that are missing, and refuses others. */
const all = <Word extends string>(words: Readonly<Record<Word, true>>): readonly string[] => Object.keys(words);

export const troubleCodes = all<TroubleCode>({
  'store:busy': true,
  'store:unavailable': true,
  'store:full': true,
  'store:readOnly': true,
  'store:unknown': true,
  'store:broken': true,
  'store:moved': true,
  'store:newer': true,
  'store:foreign': true,
  'store:tooOld': true,
  'store:tooNew': true,
  'store:altered': true,
  'store:besideReadOnly': true,
  late: true,
  seal: true,
  otherVersion: true,
  unexpected: true,
});

export const refusalReasons = all<RefusalReason>({
  token: true,
  keys: true,
  channel: true,
  service: true,
  tenant: true,
  person: true,
  shape: true,
  size: true,
  slow: true,
  cut: true,
  url: true,
  forwarded: true,
});

export const tabRefusals = all<TabRefusal>({
  none: true,
  client: true,
  guest: true,
  expired: true,
  tenant: true,
  claims: true,
  signature: true,
  keys: true,
  operation: true,
  role: true,
  case: true,
  shape: true,
  tooLarge: true,
  tooSlow: true,
  encoded: true,
  cut: true,
  pace: true,
});

export const partnerRefusals = all<PartnerRefusalReason>({
  operation: true,
  shape: true,
  tooLarge: true,
  tooSlow: true,
  encoded: true,
  cut: true,
  pace: true,
  passkey: true,
});

export const refusedThings = all<Extract<LogEvent, { event: 'refused' }>['what']>({
  acknowledge: true,
  summary: true,
  target: true,
  health: true,
  summaryHealth: true,
  campaignChannel: true,
});

export const stopReasons = all<StopReason>({
  refused: true,
  busy: true,
  unreachable: true,
  unreadable: true,
  gone: true,
  notKnown: true,
});

/** The kinds of failed posts: the number of an answer is not told. */
export const channelCodes = [
  'noTarget',
  'noAnswer',
  'noSuchAnswer',
  'connection',
  'unsent',
  'notTold',
  'http429',
  'http4xx',
  'http5xx',
  'unexpected',
] as const;

export const channelCodeOf = (code: string): string =>
  code === 'http429' ? code : code.replace(/^http([45])\d\d$/u, 'http$1xx');
