import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readPdfFonts } from '../../bot/runtime/pdf-fonts.ts';
import { campaignCommand } from '../../cli/campaign.ts';
import type { Store } from '../../core/ports/store.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { computeSurveyResults } from '../../summary/survey/query-survey.ts';
import { fullContacts } from '../support/cards/example-views.ts';
import { createCampaign } from '../support/core/campaigns.ts';
import {
  repeatAnswers,
  createSurveyWeek,
  surveyedCampaign,
  saveSurvey,
  thisWeek,
} from '../support/core/survey-weeks.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { parseTestWeek } from '../support/summary/figures.ts';

const { id } = surveyedCampaign;
let folder: string;
let store: Store;
let isClockTrusted: boolean;
beforeEach(async () => {
  folder = createTemporaryFolder();
  store = openSqliteStore(join(folder, 'candour.db'));
  isClockTrusted = true;
  await saveSurvey(store);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

async function run(...args: string[]) {
  const said: string[] = [];
  const written: Uint8Array[] = [];
  const code = await campaignCommand(
    {
      contacts: () => fullContacts,
      fonts: readPdfFonts,
      withSurveys: (work) =>
        work({
          ...store,
          clock: () => new Date('2026-11-25T10:15:00Z'),
          timeZone: 'Europe/London',
          isClockTrusted: () => isClockTrusted,
        }),
      write: (bytes) => written.push(bytes),
      printLine: (line) => said.push(line),
    },
    args,
  );
  return { code, said: said.join('\n'), written: Buffer.concat(written).toString('utf8') };
}
const pulse = (...args: string[]) => run('pulse', '--campaign', id, ...args);

describe('the pulse command', () => {
  it('writes tables that fit a terminal, with what has to be said of them, in either language', async () => {
    for (const language of ['en', 'cy']) {
      const { code, said, written } = await pulse('--language', language);
      expect({ code, said }).toEqual({ code: 0, said: '' });
      expect(Math.max(...written.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    }
    const { written } = await pulse();
    expect(written).toMatch(/^Report it +40% ±10 +100% ±10 +more$/mu);
    expect(written).toMatch(/^After: too few answers yet \(20 needed\)$/mu);
    expect(written.replaceAll('\n', ' ')).toMatch(
      /may not be the same people\. .* mixed with random answers before .* either way\. $/u,
    );
    expect((await pulse('--language', 'cy')).written).toMatch(/^Rhoi gwybod amdano +40% ±10 +100% ±10 +mwy$/mu);
  });

  it('writes JSON that has what a pulse tells, and no other number', async () => {
    const { written } = await pulse('--format', 'json');
    const told: unknown = JSON.parse(written);
    const { before, after, changes } = computeSurveyResults(
      await store.surveyCounters.listWeeks(id),
      parseTestWeek(thisWeek),
    );
    const phases = <Value>(one: Value | undefined, other: Value | undefined) => ({
      ...(one !== undefined && { before: one }),
      ...(other !== undefined && { after: other }),
    });
    expect(told).toEqual({
      candour: 'pulse/1',
      campaign: id,
      language: 'en',
      until: '2026-11-22',
      leastAnswers: 20,
      questions: changes.map(({ question, options }, place) => ({
        id: question,
        title: expect.any(String),
        answers: phases(before[place]?.answers, after[place]?.answers),
        options: options.map((option, at) => ({
          ...option,
          label: expect.any(String),
          shares: phases(before[place]?.options[at]?.share, after[place]?.options[at]?.share),
        })),
      })),
      notes: expect.any(Array),
    });
  });

  it('writes CSV with a record for each option in each phase, empty where nothing is told', async () => {
    const { written } = await pulse('--format', 'csv');
    const lines = written.trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + 2 * (3 + 3 + 3 + 4));
    expect(lines[0]).toBe(
      '\uFEFFCampaign,To,Table,Title of the table,Row,Label of the row,Column,Title of the column,Approximate percentage,Plus or minus,Approximate number of answers,Change,Notes',
    );
    const row = (...ids: string[]) => lines.find((line) => ids.every((each) => line.includes(`,${each},`)));
    expect(row('gladly', 'report', 'before')).toContain(',Before,40,10,690,more,');
    expect(row('trust', 'fully', 'after')).toContain(',After,,,,,');
  });

  it('writes a file that this account alone may read, and over none without being told', async () => {
    const written = await pulse('--format', 'csv', '--out', folder);
    const path = join(folder, `candour-pulse-${id}-en.csv`);
    expect(written).toMatchObject({ code: 0, said: `Written: ${path}`, written: '' });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const before = readFileSync(path, 'utf8');
    expect(await pulse('--format', 'csv', '--out', path)).toMatchObject({
      code: 1,
      said: expect.stringContaining('--replace'),
    });
    expect(await pulse('--format', 'csv', '--out', path, '--replace')).toMatchObject({ code: 0 });
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('says nothing of the week that runs, of a campaign that is not there, or by a clock in doubt', async () => {
    const { written } = await pulse('--format', 'json');
    await store.surveyCounters.add(createSurveyWeek(thisWeek, 'after', repeatAnswers(200, { trust: 'none' })));
    expect((await pulse('--format', 'json')).written).toBe(written);
    expect(await run('pulse', '--campaign', 'f'.repeat(16))).toMatchObject({ code: 1, written: '' });
    isClockTrusted = false;
    expect(await pulse()).toMatchObject({ code: 1, written: '', said: expect.stringContaining('clock') });
  });

  it('lists the campaigns that ask a pulse by their ids, and no others', async () => {
    const name = 'Spring\u001B[2J\nand on';
    await store.campaigns.write({ ...surveyedCampaign, id: 'a'.repeat(16), name }, undefined, []);
    await store.campaigns.write(createCampaign({ id: 'b'.repeat(16), name: 'Without' }), undefined, []);
    const { code, written } = await run('pulses');
    expect({ code, written }).toEqual({
      code: 0,
      written: `${id}  ${surveyedCampaign.startsOn}  Autumn\n${'a'.repeat(16)}  ${surveyedCampaign.startsOn}  Spring[2Jand on\n`,
    });
  });

  it.each([
    [['pulse']],
    [['pulse', '--campaign', 'Autumn']],
    [['pulse', '--campaign', '../x']],
    [['pulse', '--campaign', id, '--format', 'xlsx']],
    [['pulse', '--campaign', id, '--week', '2026-W48']],
    [['pulse', '--campaign', id, '--out', '']],
    [['pulse', id]],
    [['pulses', 'all']],
  ])('asks to check arguments such as %j, and writes nothing', async (args) => {
    const before = readdirSync(folder);
    expect(await run(...args)).toMatchObject({
      code: 2,
      written: '',
      said: expect.stringMatching(/^Check the arguments\./u),
    });
    expect(readdirSync(folder)).toEqual(before);
  });
});
