import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { developmentPeople } from '../../development/development-tenant.ts';
import { formatCaseId } from '../../core/model/case-id.ts';
import { newReporter, readEveryPage, goToStep } from '../support/journeys/reporter.ts';
import { parseCardCode, decryptSavedReport, readSavedCase } from '../support/journeys/saved-case.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';
import { hostileWords } from '../support/access/hostile-words.ts';
import { importedPath } from '../support/imported-file.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const program = importedPath(() => import('../../cli/candour.ts'), import.meta.url);
const all = Object.values(hostileWords).join('\n');
const bot = setUpSharedBot({ entryPoint: 'dialog' });

describe('a report with words that a terminal obeys', () => {
  it('is kept as it was typed and shown as plain text, below all that Candour says of it', async () => {
    const somebody = newPerson();
    const reporter = await newReporter(bot, { ...somebody, name: `\u001b[31mName\u202e${somebody.name}\n` });
    const { teams, report } = reporter;
    const answers = { ...report, mode: 'named', what: all, evidence: hostileWords['control'] ?? '' };
    await teams.press('report');
    await goToStep(teams, answers, 'review');
    await readEveryPage(teams);
    await teams.press('send');
    const code = parseCardCode(teams.card());
    const saved = await readSavedCase(bot, teams.card());
    expect((await decryptSavedReport(bot, saved)).report.answers.what).toBe(all);
    await teams.press('done');
    await teams.press('comeBack');
    teams.fill('code', code);
    await teams.press('next');
    teams.fill('addition', hostileWords['forged'] ?? '');
    await teams.press('add');

    const identity = `${bot.folder}/keys/acu.identity`;
    const args = [formatCaseId(saved.record.caseId), '--identity', identity, '--as', developmentPeople.handler];
    const env = {
      PATH: process.env['PATH'],
      STORE: 'sqlite',
      SQLITE_PATH: `${bot.folder}/candour.db`,
      ROLE_HANDLERS: developmentPeople.handler,
      ROLE_RESERVE: developmentPeople.reserve,
    };
    const shown = execFileSync(process.execPath, [program, 'open-report', ...args], {
      cwd: bot.folder,
      env,
      encoding: 'utf8',
    });
    expect(shown).toMatch(/^[^\p{Cc}\u2028-\u202E\u2066-\u2069]*$/mu);
    expect(shown.replaceAll('\n', '')).not.toMatch(/[^\P{Cc}\t]|[\u2028-\u202E\u2066-\u2069]/u);
    const [ours = '', theirs = ''] = shown.split('The person who reported wrote everything below');
    expect(ours).toContain(`Reported by: [31mName${somebody.name} (${somebody.objectId})`);
    expect(ours).toContain('Follow-ups, at the end: 1');
    const atTheEdge = theirs.split('\n').filter((line) => /^\S/u.test(line));
    expect(atTheEdge).toEqual([', whatever it looks like.', expect.stringMatching(/^--- Added on [\d-]+ ---$/u)]);
    for (const words of [
      '**bold**',
      '<script>alert(1)</script>',
      '${$root.actions}',
      'Саndоur',
      '🚨',
      'x'.repeat(600),
    ]) {
      expect(theirs).toContain(words);
    }
  });
});
