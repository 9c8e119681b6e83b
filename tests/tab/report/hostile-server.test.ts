import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { keyGroups } from '../../../core/model/public-keys.ts';
import { languages } from '../../../core/model/language.ts';
import { parseReturnCode } from '../../../core/model/return-code.ts';
import { sealText } from '../../../crypto/seal-text.ts';
import { recipientFromIdentitySync } from '../../../crypto/node/hybrid-recipient.ts';
import { signerFromIdentity } from '../../../crypto/signer.ts';
import type { ReportCall } from '../../../tab/ui/post-json.ts';
import { returnCodeWords } from '../../../crypto/word-lists/return-code-words.ts';
import { createComeBackConversation } from '../../../dialogs/come-back-conversation.ts';
import { createReportSession, type ReportSession } from '../../../tab/report/report-session.ts';
import { createRecipientListVerifier, type VerifyRecipientList } from '../../../tab/crypto/verify-recipient-list.ts';
import { writeToReporter } from '../../support/core/write-to-reporter.ts';
import { type AttackMaterial, arbitraryAttacks, createHostileCall } from '../../support/hostile/server-attacks.ts';
import { ceremony, intruder, createListForger, canIntruderDecrypt } from '../../support/hostile/recipient-lists.ts';
import { runMonkey, arbitraryMonkeyActions } from '../../support/hostile/monkey.ts';
import { parseSentSeals } from '../../support/hostile/sent-seals.ts';
import { assertAbsent } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { createCall } from '../../support/journeys/page-client.ts';
import { newReporter, sendShortReport } from '../../support/journeys/reporter.ts';
import { parseCardCode } from '../../support/journeys/saved-case.ts';
import { setUpSharedBot } from '../../support/journeys/set-up-bot.ts';

const runs = process.env['SLOW'] === '1' ? 800 : 40;
const signer = signerFromIdentity(ceremony);
const name = 'Somebody at a page';

const bot = setUpSharedBot({ entryPoint: 'dialog' });
let atHand: AttackMaterial;
/** A code under which handlers wrote twice, what they wrote, and what somebody made up. */
let code: string;
let written: readonly string[];
const lie = newCanary();

beforeAll(async () => {
  const { teams, report } = await newReporter(bot);
  await sendShortReport({ teams }, report);
  code = parseCardCode(teams.card());
  const parsed = parseReturnCode(code);
  if (parsed === undefined) throw new Error('no code');
  const caseId = deriveCaseId(parsed);
  written = [newCanary(), newCanary()];
  for (const text of written) await writeToReporter({ store: bot.store(), now: bot.clock.now() }, parsed, text);
  const mailbox = (await bot.store().cases.read(caseId))?.value.mailboxRecipient ?? '';
  const events = await bot.store().history.readAll(caseId);
  const made = { v: 1, caseId, direction: 'toReporter', number: 3, id: 'made up', writtenOn: '2026-11-20', text: lie };
  atHand = {
    list: createListForger(bot),
    seals: events.flatMap(({ message }) => message?.sealed ?? []),
    lie: await sealText(JSON.stringify({ ...made, tag: 'made up' }), [mailbox]),
    otherCase: {
      kind: 'case',
      handledBy: 'reserve',
      status: 'closed',
      receivedOn: '2026-01-01',
      answer: 'acted',
      addition: { stands: true, count: 7 },
      messages: [],
    },
  };
});

/** The way to the true server of somebody who takes their time. */
function trulyOf(objectId: string): ReportCall {
  const call = createCall(bot.tab({ objectId, name }));
  return (operation, body) => {
    bot.clock.forward(5_000);
    return call(operation, body);
  };
}

const talkOver = (call: ReportCall, look: VerifyRecipientList = createRecipientListVerifier()): ReportSession =>
  createReportSession({
    call,
    me: { objectId: randomUUID(), name },
    loadComeBack: async () => createComeBackConversation,
    loadCodeWords: async () => returnCodeWords,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    monotonic: () => performance.now(),
    verifyList: (named) => look(named, signer),
  });

describe('a page whose server does what it likes', () => {
  it('never breaks, sends no word, code or name, seals to nobody but those of the list, and shows nothing made up', async () => {
    const monkeys = fc.record({
      begins: fc.constantFrom('report', 'comeBack'),
      language: fc.constantFrom(...languages),
    });
    let sealed = 0;
    let shown = '';
    await fc.assert(
      fc.asyncProperty(monkeys, arbitraryMonkeyActions, arbitraryAttacks, async (who, doings, doingsOfServer) => {
        const canary = newCanary();
        const bodies: string[] = [];
        const heard = (operation: string, body: unknown) => bodies.push(`${operation} ${JSON.stringify(body)}`);
        const call = createHostileCall(trulyOf(randomUUID()), atHand, doingsOfServer, heard);
        const told = await runMonkey(talkOver(call), { ...who, canary, code }, doings);
        const secrets = [canary, code, code.replaceAll('-', ''), name, ...written];
        assertAbsent('what was sent', bodies.join('\n'), secrets);
        const cards = JSON.stringify(told);
        shown += cards;
        assertAbsent('the cards', cards, [lie]);
        for (const { seal, group } of parseSentSeals(bodies)) {
          sealed += 1;
          // Each stands there once, and recovery beside the unit and the reserve.
          const { recipients } = bot.settings;
          const lines = [...recipients[group], ...(group === 'custodians' ? [] : recipients.recovery)];
          expect({ group, stanzas: seal.stanzas }).toEqual({ group, stanzas: lines.length });
          expect(await canIntruderDecrypt(seal.text)).toBe(false);
        }
      }),
      { numRuns: runs },
    );
    // It came that far: seals were looked at, and what handlers wrote was shown to the holder of the code.
    expect(sealed).toBeGreaterThan(runs / 8);
    expect(written.some((text) => shown.includes(text))).toBe(true);
  });

  it.each(['swapLine', 'unsigned', 'signedByAnother'] as const)(
    'takes no word where its list is another than was signed (%s)',
    async (kind) => {
      const truly = trulyOf(randomUUID());
      const call = createHostileCall(truly, atHand, [{ kind }, { kind }], () => undefined);
      for (const flow of ['report', 'comeBack'] as const) {
        expect(await talkOver(call).open(flow, 'en')).toEqual({ kind: 'refused', code: 'list' });
      }
    },
  );

  it('takes no word where lines of before or groups are others than were signed', async () => {
    const truly = trulyOf(randomUUID());
    const { recipients } = bot.settings;
    const others = [
      { retired: [recipientFromIdentitySync(intruder)] },
      { recipients: { ...recipients, custodians: recipients.acu } },
      ...keyGroups.map((group) => ({ recipients: { ...recipients, [group]: [] } })),
    ];
    for (const other of others) {
      const list: AttackMaterial['list'] = (_kind, begun) => ({ ...createListForger(bot)('honest', begun), ...other });
      const call = createHostileCall(truly, { ...atHand, list }, [], () => undefined);
      expect(await talkOver(call).open('report', 'cy')).toEqual({ kind: 'refused', code: 'list' });
    }
  });

  it('takes an older list, which was signed, until it has seen a newer one', async () => {
    const truly = trulyOf(randomUUID());
    const [honest, older] = [{ kind: 'honest' }, { kind: 'olderList' }] as const;
    const look = createRecipientListVerifier();
    const over = (doing: typeof honest | typeof older) =>
      talkOver(
        createHostileCall(truly, atHand, [doing], () => undefined),
        look,
      ).open('report', 'en');
    expect(await over(older)).toMatchObject({ kind: 'page' });
    expect(await over(honest)).toMatchObject({ kind: 'page' });
    expect(await over(older)).toEqual({ kind: 'refused', code: 'list' });
    expect(await over(honest)).toMatchObject({ kind: 'page' });
  });

  it('opens nothing for it but proofs: what handlers wrote to a mailbox is no challenge', async () => {
    const bodies: string[] = [];
    const heard = (_operation: string, body: unknown) => bodies.push(JSON.stringify(body));
    const doings = Array.from({ length: 8 }, (_, at) => ({ kind: at === 0 ? 'honest' : 'oracle' }) as const);
    const talk = talkOver(createHostileCall(trulyOf(randomUUID()), atHand, doings, heard));
    const told = await runMonkey(talk, { begins: 'comeBack', language: 'en', canary: newCanary(), code }, [
      { button: 0, choice: 0, leadsOn: true },
      { button: 0, choice: 0, leadsOn: true },
    ]);
    expect(told.every(({ kind }) => kind === 'page')).toBe(true);
    expect(bodies.length).toBeGreaterThan(2);
    expect(bodies.filter((body) => body.includes('"proof"'))).toEqual([]);
    assertAbsent('what was sent', bodies.join('\n'), written);
  });
});
