import { Encrypter } from 'age-encryption';
import { toDay } from '../../../core/model/calendar.ts';
import { deriveCaseId, deriveMessageKey } from '../../../core/model/return-code-keys.ts';
import type { DetrimentMonths } from '../../../core/model/base-schemas.ts';
import { appendEvent, type EventKind } from '../../../core/model/event-record.ts';
import { padText } from '../../../crypto/padding.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { ReturnCode } from '../../../core/model/return-code.ts';
import { messageTag, type SealedMessage } from '../../../core/model/sealed-report.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { hybridRecipient } from '../../../crypto/node/hybrid-recipient.ts';

interface Surroundings {
  readonly store: Pick<Store, 'cases' | 'history'>;
  readonly now: Date;
  /** The public lines of those who handle the case, so that they can read what they wrote. */
  readonly handlers?: readonly string[];
}

interface Forgery {
  /** What stands in the seal in place of what a handler would write. */
  readonly inside?: Partial<SealedMessage>;
  /** The seal itself, in place of one that is made. */
  readonly sealed?: string;
  /** What stands in the history beside the seal. */
  readonly beside?: { readonly id?: string; readonly number?: number };
  readonly kind?: EventKind;
}

/** A message that asks whether somebody was treated worse, some months after closing. */
interface Asking {
  readonly months?: DetrimentMonths;
}

async function sealTo(words: string, lines: readonly string[]): Promise<string> {
  const encrypter = new Encrypter();
  for (const line of lines) encrypter.addRecipient(hybridRecipient(line));
  return Buffer.from(await encrypter.encrypt(padText(words))).toString('base64');
}

/** Writes to the holder of a code as a handler's page does, or as somebody does who can write to the database alone. */
export async function writeToReporter(
  { store, now, handlers = [] }: Surroundings,
  code: ReturnCode,
  text: string,
  forgery: Forgery & Asking = {},
): Promise<SealedMessage> {
  const caseId = deriveCaseId(code);
  const standing = await store.cases.read(caseId);
  if (standing === undefined) throw new Error('no such case');
  const events = await store.history.readAll(caseId);
  const number = events.filter(({ kind }) => kind === 'messageToReporter').length + 1;
  const writtenOn = toDay(now, 'Europe/London');
  const id = `message-${number}`;
  const plain = { v: 1, caseId, direction: 'toReporter', number, id, writtenOn, text } as const;
  const message: SealedMessage = { ...plain, tag: messageTag(deriveMessageKey(code), plain), ...forgery.inside };
  const words = JSON.stringify(message);
  const sealed = forgery.sealed ?? (await sealTo(words, [standing.value.mailboxRecipient, ...handlers]));
  const { record, event } = appendEvent(standing.value, {
    kind: forgery.kind ?? 'messageToReporter',
    by: { objectId: toPersonId('object-of-a-handler') },
    at: now.toISOString(),
    ...(forgery.months && { detail: { months: forgery.months } }),
    message: { id, number, sealed, ...forgery.beside },
  });
  await store.cases.change({ case: { ...standing, value: record }, events: [event] });
  return message;
}
