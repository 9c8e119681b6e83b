import { beforeEach, describe, expect, it } from '@jest/globals';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import { deriveCaseId, deriveMessageKey } from '../../../core/model/return-code-keys.ts';
import { decryptThread } from '../../../core/reporting/find-by-return-code.ts';
import type { ReturnCode } from '../../../core/model/return-code.ts';
import { messageTag } from '../../../core/model/sealed-report.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import { createMailboxDecrypter } from '../../../crypto/decrypt-seal.ts';
import { createSubmission, newReturnCode, random } from '../../support/core/open-core.ts';
import { writeToReporter } from '../../support/core/write-to-reporter.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let code: ReturnCode;
beforeEach(async () => {
  code = await sent();
});

async function sent(): Promise<ReturnCode> {
  const submission = createSubmission();
  await submitReport(core.deps, submission);
  return submission.code;
}
const write = (text: string, forgery?: Parameters<typeof writeToReporter>[3], to = code) =>
  writeToReporter({ store: core.store, now: core.deps.clock() }, to, text, forgery);
const eventsOf = (of = code) => core.store.history.readAll(deriveCaseId(of));
const thread = async (by = code, of = by) =>
  decryptThread(createMailboxDecrypter(), by, deriveCaseId(of), await eventsOf(of));
const dayMs = 86_400_000;
const from = (text: string, on = '2026-11-25') => ({ from: 'handlers', on, text });

describe('the thread of somebody who comes back', () => {
  it('holds what was written to them, and that they wrote but not what, in order', async () => {
    await write('When was that?');
    core.pass(dayMs);
    await addFollowUp(core.deps, { code, id: 'one', text: 'On a Friday.' });
    core.pass(dayMs);
    await addFollowUp(core.deps, { code, id: 'two', text: '' });
    await write('Thank you.\nDiolch.');
    expect(await thread()).toEqual({
      entries: [
        from('When was that?'),
        { from: 'reporter', on: '2026-11-26' },
        { from: 'reporter', on: '2026-11-27' },
        from('Thank you.\nDiolch.', '2026-11-27'),
      ],
      unverifiedCount: 0,
    });
  });

  it('is empty where nobody wrote', async () => {
    expect(await thread()).toEqual({ entries: [], unverifiedCount: 0 });
  });

  it('says nothing to whoever holds another code', async () => {
    await write('a question');
    expect(await thread(newReturnCode(), code)).toEqual({ entries: [], unverifiedCount: 1 });
  });

  it('does not show what somebody wrote who has the database and no key, and shows what comes after', async () => {
    await write('a question');
    await write('please come and see us', { inside: { tag: messageTag(random(32), await write('a second')) } });
    await write('a last');
    expect(await thread()).toEqual({
      entries: [from('a question'), from('a second'), from('a last')],
      unverifiedCount: 1,
    });
  });

  it('shows a genuine message in its own case and place only', async () => {
    const other = await sent();
    const words = await write('for the other', {}, other);
    const elsewhere = (await eventsOf(other)).at(-1)?.message?.sealed ?? '';
    await write('moved here', { sealed: elsewhere });
    await write('its words here', { inside: { ...words } });
    await write('first');
    const first = (await eventsOf()).at(-1)?.message?.sealed ?? '';
    await write('again', { sealed: first });
    expect(await thread()).toEqual({ entries: [from('first')], unverifiedCount: 3 });
  });

  it.each<[string, Parameters<typeof write>[1]]>([
    ['is damaged', { sealed: 'AAAA' }],
    ['is no seal', { sealed: '…' }],
    ['bears another name', { beside: { id: 'another' } }],
    ['bears another number', { beside: { number: 7 } }],
    ['says another day', { inside: { writtenOn: undefined } }],
    ['has other words', { inside: { text: 'other words' } }],
  ])('does not show a message that %s', async (_, forgery) => {
    await write('a question', forgery);
    expect(await thread()).toEqual({ entries: [], unverifiedCount: 1 });
  });

  it('does not take the reporter’s own words for those of a handler', async () => {
    const key = deriveMessageKey(code);
    const own = { v: 1, caseId: deriveCaseId(code), direction: 'fromReporter', number: 1, id: 'message-1' } as const;
    const plain = { ...own, writtenOn: (await write('x')).writtenOn, text: 'mine' };
    const words = JSON.stringify({ ...plain, tag: messageTag(key, plain) });
    const record = (await core.store.cases.read(deriveCaseId(code)))?.value;
    const sealed = await core.deps.seal.sealToMailbox(words, record?.mailboxRecipient ?? '');
    await write('', { sealed });
    expect(await thread()).toEqual({ entries: [from('x')], unverifiedCount: 1 });
  });

  it('notices that a message was left out', async () => {
    await write('one');
    await write('two');
    const events = (await eventsOf()).filter(({ message }) => message?.number !== 1);
    expect(await decryptThread(createMailboxDecrypter(), code, deriveCaseId(code), events)).toEqual({
      entries: [],
      unverifiedCount: 1,
    });
  });
});
