import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { languages } from '../../../core/model/language.ts';
import { formatReturnCode } from '../../../core/model/return-code.ts';
import { sealText } from '../../../crypto/seal-text.ts';
import { signerFromIdentity } from '../../../crypto/signer.ts';
import type { ReportCall } from '../../../tab/ui/post-json.ts';
import { returnCodeWords } from '../../../crypto/word-lists/return-code-words.ts';
import { createComeBackConversation } from '../../../dialogs/come-back-conversation.ts';
import { createReportSession } from '../../../tab/report/report-session.ts';
import { createRecipientListVerifier } from '../../../tab/crypto/verify-recipient-list.ts';
import { writeToReporter } from '../../support/core/write-to-reporter.ts';
import { type AttackMaterial, arbitraryAttacks, createHostileCall } from '../../support/hostile/server-attacks.ts';
import { ceremony, createListForger, canIntruderDecrypt } from '../../support/hostile/recipient-lists.ts';
import { runMonkey, arbitraryMonkeyActions } from '../../support/hostile/monkey.ts';
import { parseSentSeals } from '../../support/hostile/sent-seals.ts';
import { assertAbsent } from '../../support/journeys/canary.ts';
import { type PartnerCase, savePartnerCase } from '../../support/journeys/partner-case.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import type { RunningBot } from '../../support/journeys/running-bot.ts';
import {
  createInvitation,
  sendPartnerRequest,
  startWithPartners,
  registerPasskey,
} from '../../support/partners/partner-client.ts';

const runs = process.env['SLOW'] === '1' ? 600 : 30;
const signer = signerFromIdentity(ceremony);

let bot: RunningBot;
let atHand: AttackMaterial;
let hub: PartnerCase;
const [written, lie] = [newCanary(), newCanary()];
beforeAll(async () => {
  bot = await startWithPartners();
  hub = await savePartnerCase(bot);
  await writeToReporter({ store: bot.store(), now: bot.clock.now() }, hub.code, written);
  const mailbox = (await bot.store().cases.read(hub.caseId))?.value.mailboxRecipient ?? '';
  const events = await bot.store().history.readAll(hub.caseId);
  const made = { v: 1, direction: 'toReporter', number: 2, id: 'made up', writtenOn: '2026-11-20', text: lie };
  atHand = {
    list: createListForger(bot),
    seals: events.flatMap(({ message }) => message?.sealed ?? []),
    lie: await sealText(JSON.stringify({ ...made, caseId: hub.caseId, tag: 'made up' }), [mailbox]),
    // As a member of staff would be told of theirs.
    otherCase: {
      kind: 'case',
      handledBy: 'acu',
      route: 'staff',
      status: 'closed',
      receivedOn: '2026-01-01',
      answer: 'acted',
      addition: { stands: false, count: 0 },
      messages: [],
    },
  };
});
afterAll(() => bot.stop());

/** The way to the true server of a partner who has just signed in. */
async function truly(): Promise<ReportCall> {
  bot.clock.forward(600_000);
  const { token } = await createInvitation(bot);
  const { session } = await registerPasskey(bot, token);
  return async (operation, body) => {
    bot.clock.forward(5_000);
    const { status, text } = await sendPartnerRequest(bot, operation, body, session.token);
    return status === 200 ? { ok: true, value: JSON.parse(text) } : { ok: false, refusal: JSON.parse(text) };
  };
}

describe('the partners’ page whose server does what it likes', () => {
  it('never breaks, sends no word or code, seals to nobody but those of the list, keeps no identity, and shows nothing made up', async () => {
    const monkeys = fc.record({
      begins: fc.constantFrom('report', 'comeBack'),
      language: fc.constantFrom(...languages),
    });
    let sealed = 0;
    let shown = '';
    await fc.assert(
      fc.asyncProperty(monkeys, arbitraryMonkeyActions, arbitraryAttacks, async (who, doings, doingsOfServer) => {
        const [canary, look] = [newCanary(), createRecipientListVerifier()];
        const bodies: string[] = [];
        const talk = createReportSession({
          call: createHostileCall(await truly(), atHand, doingsOfServer, (operation, body) =>
            bodies.push(`${operation} ${JSON.stringify(body)}`),
          ),
          route: 'hub',
          me: { objectId: '', name: '' },
          loadComeBack: async () => createComeBackConversation,
          loadCodeWords: async () => returnCodeWords,
          random: (bytes) => new Uint8Array(randomBytes(bytes)),
          monotonic: () => performance.now(),
          verifyList: (named) => look(named, signer),
        });
        const code = formatReturnCode(hub.code);
        const told = await runMonkey(talk, { ...who, canary, code }, doings);
        assertAbsent('what was sent', bodies.join('\n'), [canary, code, hub.code, written]);
        const cards = JSON.stringify(told);
        shown += cards;
        assertAbsent('the cards', cards, [lie]);
        for (const body of bodies) expect(body).not.toContain('sealedIdentity');
        for (const { seal, group } of parseSentSeals(bodies)) {
          sealed += 1;
          const { recipients } = bot.settings;
          const lines = recipients[group].length + recipients.recovery.length;
          expect({ group, stanzas: seal.stanzas }).toEqual({ group, stanzas: lines });
          expect(await canIntruderDecrypt(seal.text)).toBe(false);
        }
      }),
      { numRuns: runs },
    );
    expect(sealed).toBeGreaterThan(runs / 15);
    expect(shown).toContain(written);
  });
});
