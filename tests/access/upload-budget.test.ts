import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { workLimits } from '../../bot/runtime/work-budget.ts';
import { fileLimits, maxPartBytes, partBytes } from '../../core/model/file-limits.ts';
import { sealText } from '../../crypto/seal-text.ts';
import { submitReport } from '../../core/reporting/submit-report.ts';
import { createSubmission, newReturnCode } from '../support/core/open-core.ts';
import { createFilePage } from '../support/files/file-page-driver.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';
import type { TabClient } from '../support/journeys/tab-client.ts';

const [one, two] = [randomUUID(), randomUUID()];
const bot = setUpSharedBot({ entryPoint: 'dialog', environment: { ROLE_HANDLERS: `${one},${two}` } });
const page = (objectId: string) => createFilePage(bot, { objectId, name: 'Somebody at a page' });

let small: Uint8Array;
let large: Uint8Array;
beforeAll(async () => {
  const header = Buffer.from(await sealText('x', bot.settings.recipients.acu), 'base64');
  const padded = (bytes: number) => Buffer.concat([header, randomBytes(bytes)]).subarray(0, bytes);
  [small, large] = [padded(65_536), padded(maxPartBytes)];
});

async function newCase() {
  const code = newReturnCode();
  const reporter = page(randomUUID());
  await submitReport(reporter, createSubmission({ code }));
  return (await reporter.claim(code)).caseId;
}
type SentPart = { readonly caseId: string; readonly id: string; readonly bytes: number; readonly part: number };
async function send(by: TabClient, part: SentPart, data: Uint8Array) {
  // Slowly enough for the pace.
  bot.clock.forward(2_000);
  const { status, text } = await by.send('case.filePart', { ...part, data });
  return { ...JSON.parse(text), status };
}
const over = { status: 429, code: 'overBudget' };
const newId = () => randomBytes(16).toString('hex');

describe('a handler with a script', () => {
  it('leaves no more files in an hour than anyone who reports, in however many cases', async () => {
    const by = bot.tab({ objectId: one });
    let kept = 0;
    let refused: unknown;
    let last: SentPart | undefined;
    while (refused === undefined) {
      const caseId = await newCase();
      for (let file = 0; file < fileLimits.files && refused === undefined; file += 1) {
        const part = { caseId, id: newId(), bytes: small.length, part: 0 };
        const answer = await send(by, part, small);
        if (answer.kind === 'kept') [last, kept] = [part, kept + 1];
        else refused = answer;
      }
    }
    expect([kept, refused]).toEqual([workLimits.hour.files, over]);
    // The last one is sent again for nothing, and a colleague has a budget of their own.
    if (last !== undefined) expect(await send(by, last, small)).toMatchObject({ kind: 'kept' });
    const next = { caseId: await newCase(), id: newId(), bytes: small.length, part: 0 };
    expect(await send(bot.tab({ objectId: two }), next, small)).toMatchObject({ kind: 'kept' });
    // What they report themselves is not counted with it.
    const own = page(one);
    const code = newReturnCode();
    const file = await own.make(code, randomBytes(partBytes));
    expect(await submitReport({ ...own, ...own.holding(file) }, createSubmission({ code }))).toMatchObject({
      kind: 'saved',
    });
    bot.clock.forward(3_600_000);
    expect(await send(by, { ...next, id: newId() }, small)).toMatchObject({ kind: 'kept' });
  });

  it('leaves no more bytes in an hour, though each file be taken back', async () => {
    const by = bot.tab({ objectId: two });
    bot.clock.forward(3_600_000);
    const caseId = await newCase();
    let kept = 0;
    for (let isOver = false; !isOver; ) {
      const file = { caseId, id: newId(), bytes: 96 * maxPartBytes };
      for (let part = 0; part < 96 && !isOver; part += 1) {
        const answer = await send(by, { ...file, part }, large);
        if (answer.kind === 'kept') kept += large.length;
        else expect(answer).toEqual(over);
        isOver = answer.kind !== 'kept';
      }
      expect(await by.call('case.fileDrop', { caseId, id: file.id })).toEqual({ kind: 'dropped' });
    }
    expect(kept).toBeGreaterThan(workLimits.hour.bytes - maxPartBytes);
    expect(kept).toBeLessThanOrEqual(workLimits.hour.bytes);
    expect(bot.log.filter((line) => /tabFailed|overBudget/u.test(line))).toEqual([]);
  });
});
