import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { CaseId } from '../../../core/model/case-id.ts';
import { type Connector, startConnector } from '../../fakes/connector.ts';
import { assertAbsent, assertAbsentOnDisk } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { parseCardReference } from '../../support/journeys/saved-case.ts';
import { countMarkInMemory } from '../../leaks/process-memory.ts';
import { type BotProcess, startBotProcess } from '../../leaks/bot-process.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import { launchChromium } from '../../support/browser/chromium.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { openInTeamsHost } from '../../support/browser/tab/teams-host-page.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { readBrowserStorage } from '../../support/browser/tab/browser-storage.ts';

let folder: string;
let connector: Connector;
let browser: Browser;
let server: BotProcess;
beforeAll(async () => {
  folder = createTemporaryFolder();
  [connector, browser] = await Promise.all([startConnector(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop('kill');
  await connector.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('what is opened and written at the tab', () => {
  it('is in no answer, request, address, console, browser store, file or log, nor in the server’s memory', async () => {
    // One server takes the report and ends; another, which never saw a word of it, serves the tab.
    server = await startBotProcess(folder, connector);
    const { teams, report, canary } = await newReporter(server);
    await sendFullReport({ teams }, report);
    const caseId: CaseId | undefined = parseCardReference(teams.card());
    if (caseId === undefined) throw new Error('the receipt shows no reference');
    await server.stop();
    server = await startBotProcess(folder, connector);

    const address = new URL('/development/teams', server.endpoint()).href;
    const tab = await openInTeamsHost(browser, address, 'handler');
    const at = createCaseDriver(tab, 'en');
    const [note, message, text] = [newCanary(), newCanary(), newCanary()];
    const identityFile = join(server.keys, 'acu.identity');
    await tab.press(at.words('shell.cases'));
    await tab.tab.locator(`[data-case="${caseId}"]`).waitFor();
    await at.openFromList(caseId);
    await at.acknowledge();
    await at.unlock(identityFile);
    await at.openReport();
    await tab.see(new RegExp(`${canary} what`, 'u'));
    await at.triage();
    const notes = await tab.panel(at.words('work.notesHeading'));
    await tab.fill(at.required('work.notesText'), `A note ${note}`, notes);
    await at.send(notes, 'work.notesSend', 'work.notesSaved');
    await at.message(`A question ${message}`);
    const sanitised = await tab.panel(at.words('sanitised.heading'));
    await tab.fill(at.required('sanitised.text'), `A text ${text}`, sanitised);
    await at.send(sanitised, 'sanitised.send', 'sanitised.saved');
    await tab.see(new RegExp(note, 'u'));

    const [key = ''] = readFileSync(identityFile, 'utf8').match(/AGE-SECRET-KEY-PQ-1\w+/u) ?? [];
    expect(key.length).toBeGreaterThan(50);
    const marks = [canary, note, message, text, key];
    expect(tab.traffic.length).toBeGreaterThan(10);
    for (const { url, method, body, answer } of tab.traffic) {
      assertAbsent(`the request ${method}`, `${url} ${body}`, marks);
      assertAbsent('an answer', answer, marks);
      assertAbsent('an address', url, [caseId, ...marks]);
    }
    assertAbsent('what the browser keeps', await readBrowserStorage(tab), [caseId, ...marks]);
    assertAbsent('the console', tab.console.join('\n'), [caseId, ...marks]);
    assertAbsent('what the server printed', server.printed(), [caseId, ...marks]);
    assertAbsentOnDisk(join(folder, 'data'), marks.slice(0, -1));

    await server.collect();
    const heap = await server.heap();
    expect(heap.length).toBeGreaterThan(1_000_000);
    assertAbsent('the server’s heap', heap, marks);
    // Memory that was freed is looked through as well, where the system lets us.
    const inMemory = marks.map((mark) => countMarkInMemory(server.pid, mark) ?? 0);
    expect(inMemory).toEqual(marks.map(() => 0));
    // The way of looking finds what is there.
    if (process.platform === 'linux') expect(countMarkInMemory(server.pid, caseId)).toBeGreaterThan(0);

    await tab.press(at.words('keys.lock'));
    await tab.see(at.words('case.unlockFirst'));
    const left = await tab.tab.content();
    assertAbsent('the page once it is locked', left, [canary, note, message, key]);
    expect(unexpectedErrors(tab)).toEqual([]);
  });
});
