import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { partnerCsp } from '../../../bot/http/built-files-routes.ts';
import { mailboxHolderId } from '../../../core/model/sealed-file.ts';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import { fileLimits } from '../../../core/model/file-limits.ts';
import { createSubmission, newReturnCode } from '../../support/core/open-core.ts';
import { createFilePageWithCall } from '../../support/files/file-page-driver.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import type { RunningBot } from '../../support/journeys/running-bot.ts';
import {
  createInvitation,
  sendPartnerRequest,
  startWithPartners,
  registerPasskey,
} from '../../support/partners/partner-client.ts';
import { createPartnerClient } from '../../../tab/partners/ui/partner-client.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startWithPartners();
});
afterAll(() => bot.stop());

const person = { objectId: '', name: '' };

/** A partner's page with a session of its own, whose clock stands: nothing is earned while it sends. */
async function partnersPage() {
  const { session } = await registerPasskey(bot, (await createInvitation(bot)).token);
  const client = createPartnerClient({
    token: () => session.token,
    onSignedOut: () => undefined,
    fetch,
    origin: new URL(bot.endpoint()).origin,
  });
  return { ...createFilePageWithCall(bot, person, client.call), session };
}
const aSize = (bytes: number): Uint8Array => randomBytes(bytes);

describe('files that a partner passes on', () => {
  it('come with a report of the hub, the largest of all in its 48 parts at once, and with what is added', async () => {
    const page = await partnersPage();
    const code = newReturnCode();
    const canary = newCanary();
    const largest = await page.make(code, aSize(fileLimits.bytes), { name: canary });
    expect(largest.parts).toBe(48);
    const sent = createSubmission({ code, person, route: 'hub' });
    expect(await submitReport({ ...page, ...page.holding(largest) }, sent)).toMatchObject({ kind: 'saved' });
    const { caseId, mailbox } = await page.claim(code);
    expect((await bot.store().cases.read(caseId))?.value).toMatchObject({ route: 'hub', files: [largest.kept] });
    const place = { caseId, holder: mailboxHolderId(mailbox), id: largest.kept.id };
    expect(await bot.files().readPart(place, 47)).toEqual(new Uint8Array(largest.part(47)));

    const later = await page.make(code, aSize(1_000));
    const more = { code, id: '1'.repeat(32), text: canary };
    expect(await addFollowUp({ ...page, ...page.holding(later) }, more)).toEqual({ kind: 'saved', isNew: true });
    expect((await bot.store().cases.read(caseId))?.value.files).toEqual([largest.kept, later.kept]);
    expect(bot.log.join('')).not.toContain(canary);
  });

  it('are kept for nobody who has no session, or has not shown that the code is theirs', async () => {
    const page = await partnersPage();
    const other = await partnersPage();
    const code = newReturnCode();
    const claim = await page.claim(code);
    const file = await page.make(code, aSize(1_000));
    const part = {
      ...claim,
      ...file.kept,
      part: 0,
      data: Buffer.from(file.part(0)).toString('base64'),
    };
    expect((await sendPartnerRequest(bot, 'report.filePart', part)).status).toBe(401);
    const theirs = await sendPartnerRequest(bot, 'report.filePart', part, other.session.token);
    expect(JSON.parse(theirs.text)).toMatchObject({ kind: 'prove' });
    expect(await page.intake.files.listParts(claim, file.kept)).toMatchObject({ parts: [], waiting: [] });
  });

  it('are cleaned in workers of the page alone, which its policy lets in', async () => {
    const response = await fetch(new URL('/partners', bot.endpoint()));
    expect(response.headers.get('content-security-policy')).toBe(partnerCsp);
    expect(partnerCsp.split('; ')).toContain("worker-src 'self'");
    expect(partnerCsp).not.toMatch(/blob:|unsafe|wasm|media-src/u);
  });
});
