import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { developmentPeople } from '../../development/people.ts';
import { languages } from '../../concerns/terms/language.ts';
import { caseIdOf } from '../../concerns/records/code-keys.ts';
import { modes } from '../../concerns/terms/questions.ts';
import { parseReturnCode } from '../../concerns/terms/return-code.ts';
import { say as sayOnCard } from '../../words/cards/say.ts';
import { say } from '../../words/tab/say.ts';
import type { ReportCall } from '../../tab/parts/report-call.ts';
import { type Connector, startConnector } from '../fakes/connector.ts';
import { launchChromium } from '../support/browser/chromium.ts';
import { openBesideTeams } from '../support/browser/tab/beside-teams.ts';
import { expectNowhereIn } from '../support/journeys/canary.ts';
import { newCanary } from '../support/journeys/new-canary.ts';
import { callOf, pageClient } from '../support/journeys/page-client.ts';
import { tabClient } from '../support/journeys/tab-client.ts';
import { labelOf, optionOf } from '../support/journeys/words-of-cards.ts';
import { temporaryFolder } from '../support/storage/temporary-folder.ts';
import { markedReport } from './marked-report.ts';
import { countsInMemory } from './process-memory.ts';
import { type ServedApart, serveApart } from './served-apart.ts';
import { tally } from './tally.ts';
import { filesIn, marksFor } from './traces.ts';

const seen = tally('leaks, the memory of a server behind the page');
const ways = languages.flatMap((language) => modes.map((mode) => ({ language, mode })));
const codePattern = /^[0-9A-Z]{4}(-[0-9A-Z]{4}){5}$/u;

let folder: string;
let connector: Connector;
let bot: ServedApart;
let browser: Browser;
beforeAll(async () => {
  folder = temporaryFolder();
  connector = await startConnector();
  bot = await serveApart(folder, connector);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await bot.stop('kill');
  await connector.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A report, by a phone's width of a real browser, up to its receipt. */
async function inBrowser(bodies: string[]): Promise<{ readonly canary: string; readonly code: string }> {
  const language = 'cy';
  const canary = newCanary();
  const address = new URL('/development/teams?page=report', bot.endpoint()).href;
  const tab = await openBesideTeams(browser, address, 'writer', language, 360);
  const choose = (id: 'mode' | 'risk' | 'conflict', option: string): Promise<void> =>
    tab.tab
      .getByRole('radiogroup', { name: labelOf(language, id), exact: true })
      .getByRole('radio', { name: optionOf(language, id, option), exact: true })
      .check();
  const onwards = (): Promise<void> => tab.press(sayOnCard(language, 'common.continue'));
  await tab.press(say(language, 'report.startReport'), tab.tab.getByRole('main'));
  await tab.see(sayOnCard(language, 'common.continue'));
  await choose('mode', 'named');
  await onwards();
  await tab.see(labelOf(language, 'what'));
  await tab.fill(labelOf(language, 'what'), `Mae rhywun yn galw gyda’r nos. ${canary}`);
  await choose('risk', 'no');
  await choose('conflict', 'no');
  await onwards();
  const code = await tab.tab.getByText(codePattern).innerText();
  await tab.check(sayOnCard(language, 'report.thenSend'));
  await onwards();
  await tab.see(sayOnCard(language, 'receipt.heading'));
  bodies.push(...tab.traffic.flatMap(({ url, body, answer }) => [url, body, answer]));
  await tab.page.close();
  return { canary, code };
}

describe('a server to which reports are handed in by the page, in a process of its own', () => {
  it('holds no word and no code of theirs, in any way and language, in its heap, its memory and all that came and went', async () => {
    const wire: string[] = [];
    const marks: string[] = [];
    const codes: string[] = [];
    const people = Object.values(developmentPeople);
    for (const [place, way] of ways.entries()) {
      const marked = await markedReport(
        bot,
        way,
        () => seen.add('looks'),
        () => {
          const tab = tabClient(bot, { objectId: people[place] ?? developmentPeople.staff });
          const truly = callOf(tab);
          const call: ReportCall = (name, body) => {
            wire.push(name, JSON.stringify(body));
            return truly(name, body);
          };
          return { ...pageClient(tab, way.language, call), answers: tab.answers };
        },
      );
      wire.push(...marked.at.answers);
      const [canary = '', code = '', together = ''] = marked.secrets;
      marks.push(canary, code, together, code.toLowerCase());
      codes.push(code);
    }
    const { canary, code } = await inBrowser(wire);
    marks.push(canary, code, code.replaceAll('-', ''));
    codes.push(code);

    expect(wire.length).toBeGreaterThan(200);
    expectNowhereIn('what was sent and answered', wire.join('\n'), marks);
    expectNowhereIn('what it printed', bot.printed(), marks);
    for (const { place, text } of filesIn(folder)) expectNowhereIn(place, text, marksFor(place, marks, ''));

    // What went the same way and is no secret is found by the same looks: where the store lies, and each reference.
    const references = codes.flatMap((one) => {
      const parsed = parseReturnCode(one);
      return parsed === undefined ? [] : [caseIdOf(parsed)];
    });
    expect(references).toHaveLength(ways.length + 1);
    const known = [join(folder, 'data', 'candour.db'), ...references];
    if (process.platform === 'linux') {
      const counts = countsInMemory(bot.pid, [...known, ...marks]);
      for (const one of known) expect({ one, isThere: (counts?.get(one) ?? 0) > 0 }).toEqual({ one, isThere: true });
      for (const one of marks) expect({ one, times: counts?.get(one) }).toEqual({ one, times: 0 });
      seen.add('marks that are nowhere in its memory', marks.length);
      seen.add(
        'times what is no secret in it',
        [...(counts?.values() ?? [])].reduce((sum, count) => sum + count, 0),
      );
    }
    const heap = await bot.heap();
    expect(heap).toContain(join(folder, 'data', 'candour.db'));
    expectNowhereIn('the heap', heap, marks);
    seen.add('characters of its heap', heap.length);
  });
});
