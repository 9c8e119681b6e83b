import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { readPdfFonts } from '../../../bot/runtime/pdf-fonts.ts';
import type { Audience } from '../../../core/model/permissions.ts';
import { addWeeks, toDay, firstDayOfWeek, type Week, toWeek } from '../../../core/model/calendar.ts';
import type { Role } from '../../../core/model/roles.ts';
import { languages } from '../../../core/model/language.ts';
import { type SummaryFormat, summaryFormats } from '../../../core/model/output-formats.ts';
import type { HandledBy } from '../../../core/model/handled-by.ts';
import { createSummaryFile } from '../../../summary/files/summary-file.ts';
import type { TabClient } from '../../support/journeys/tab-client.ts';
import { parsePdf } from '../../support/tab/parse-pdf.ts';
import { setUpSharedBot } from '../../support/journeys/set-up-bot.ts';
import { saveCase } from '../../support/journeys/save-case.ts';

const bot = setUpSharedBot({ entryPoint: 'dialog', environment: { ACKNOWLEDGE_TARGET_DAYS: '2' } });
let caseIds: readonly string[];
let last: Week;
beforeAll(async () => {
  last = addWeeks(toWeek(toDay(bot.clock.now(), 'Europe/London')), -1);
  caseIds = [...(await saved('acu', 7)), ...(await saved('reserve', 2))];
});
beforeEach(() => bot.clock.forward(60_000));

/** So many cases of the last week that is over. */
async function saved(handledBy: HandledBy, count: number): Promise<readonly string[]> {
  const cases: string[] = [];
  for (let made = 0; made < count; made += 1)
    cases.push((await saveCase(bot, { handledBy, receivedOn: firstDayOfWeek(last), week: last })).caseId);
  return cases;
}

const tabOf = (...roles: readonly Role[]): TabClient => bot.tab({ objectId: randomUUID(), roles: [...roles] });
const allowed = { acu: 'summaryAcu', reserve: 'reserve', wider: 'summaryWider' } as const;
const audiences = ['acu', 'reserve', 'wider'] as const satisfies readonly Audience[];

/** All text of a file, of a workbook in each of its parts. */
async function textOf(bytes: Uint8Array, format: SummaryFormat): Promise<string> {
  if (format === 'pdf') return (await parsePdf(bytes)).pages.flat().join('\n');
  if (format === 'xlsx')
    return Object.values(unzipSync(bytes))
      .map((part) => strFromU8(part))
      .join('\n');
  return Buffer.from(bytes).toString('utf8');
}

describe('a file of a summary at the page', () => {
  it.each(audiences)(
    'is of what the page shows to the readers of %s, in every format and language',
    async (audience) => {
      for (const language of languages) {
        const tab = tabOf(allowed[audience]);
        const { told } = await tab.call('summaries.read', { audience, language });
        if (told.kind !== 'summary') throw new Error(told.kind);
        for (const format of summaryFormats) {
          const line = bot.log.length;
          const file = await tab.call('summaries.file', { audience, language, format });
          if (file.kind !== 'file') throw new Error(file.kind);
          const { name, type, bytes } = await createSummaryFile(told.summary, format, readPdfFonts);
          expect({ name: file.name, type: file.type }).toEqual({ name, type });
          expect(file.base64).toBe(Buffer.from(bytes).toString('base64'));
          const text = await textOf(bytes, format);
          for (const caseId of caseIds) expect(text + bot.log.slice(line).join('')).not.toContain(caseId);
          expect(bot.log.slice(line).join('')).toContain(`"event":"summaryPulled","audience":"${audience}"`);
        }
      }
    },
  );

  it('is refused to whoever asks by hand for that of others, and leaves no line that it was had', async () => {
    for (const audience of audiences) {
      const strangers = audiences.filter((one) => one !== audience).map((one) => tabOf(allowed[one]));
      for (const tab of [...strangers, tabOf('handler'), tabOf('custodian'), tabOf()]) {
        const line = bot.log.length;
        expect((await tab.send('summaries.file', { audience, language: 'en', format: 'csv' })).status).toBe(403);
        expect(bot.log.slice(line).join('')).not.toContain('summaryPulled');
      }
    }
  });

  it.each([
    { audience: 'acu', language: 'en' },
    { audience: 'acu', language: 'en', format: 'exe' },
    { audience: 'acu', language: 'en', format: 'text' },
    { audience: 'acu', language: 'en', format: '../csv' },
    { audience: 'acu', language: 'en', format: 'csv', period: '../../2026-W40' },
    { audience: 'acu', language: 'en', format: 'csv', name: 'other.csv' },
    { audience: '__proto__', language: 'en', format: 'csv' },
  ])('is not made for what no page sends: %j', async (body) => {
    expect(await tabOf('summaryAcu').send('summaries.file', body)).toMatchObject({
      status: 400,
      text: '{"code":"odd"}',
    });
  });

  it('is not made of a period that is not over, that is not safe, or that is damaged', async () => {
    const next = addWeeks(last, 1);
    const asked = { language: 'en', format: 'pdf' } as const;
    expect(await tabOf('summaryAcu').call('summaries.file', { ...asked, audience: 'acu', period: next })).toEqual({
      kind: 'notClosed',
      week: next,
      closesOn: firstDayOfWeek(addWeeks(next, 1)),
    });
    const period = `${addWeeks(last, -1)}-to-${last}`;
    expect(await tabOf('summaryWider').call('summaries.file', { ...asked, audience: 'wider', period })).toMatchObject({
      kind: 'notSafe',
    });
    const week = addWeeks(last, -60);
    await bot.store().weeks.freeze({ week, handledBy: 'acu', figures: '{"v":1,"received":"many"}' });
    expect(await tabOf('summaryAcu').call('summaries.file', { ...asked, audience: 'acu', period: week })).toEqual({
      kind: 'damaged',
    });
  });
});
