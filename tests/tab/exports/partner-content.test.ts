import { describe, expect, it } from '@jest/globals';
import { languages } from '../../../core/model/language.ts';
import { exportedCaseSchema } from '../../../core/casework/export-format.ts';
import type { DecryptedReport } from '../../../core/casework/decrypt-report.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { createExportPdfBlocks } from '../../../tab/exports/export-pdf-blocks.ts';
import { createExport, createDecryptedReport } from '../../support/tab/case-export.ts';
import { partnerAnswers } from '../../support/journeys/partner-case.ts';
import { createTab } from '../../support/tab/create-tab.ts';

const canary = 'What the person said, marked';

/** A report of the hub as it was opened, its consent taken back since. */
function opened(record: CaseRecord): DecryptedReport {
  const staff = createDecryptedReport(record, 'en', canary);
  const [message] = staff.thread.filter(({ direction }) => direction === 'fromReporter');
  const withdrawn = message && { ...message, message: { ...message.message, says: 'consentWithdrawn' as const } };
  return {
    ...staff,
    report: { ...staff.report, route: 'hub', mode: 'notKept', answers: { ...partnerAnswers, what: canary } },
    identity: undefined,
    followUps: withdrawn ? [withdrawn.message] : [],
    thread: withdrawn ? [withdrawn] : [],
  };
}
const hubRecord = { route: 'hub', partnerType: 'charity', mode: 'notKept' } as const;

describe('the whole report of the hub, as it leaves', () => {
  it('says where it came from and that consent was taken back, and has consent first', async () => {
    const { files } = await createExport((record) => ({ what: 'whole', opened: opened(record) }), {
      differences: hubRecord,
    });
    const { content } = exportedCaseSchema.parse(JSON.parse(files.json));
    if (content.what !== 'whole') throw new Error('another export');
    expect(content.report).toMatchObject({ route: 'hub', partnerType: 'charity' });
    expect(content.report.consentWithdrawnOn).toBeDefined();
    const asked = content.report.answers.map(({ question }) => question);
    expect(asked.slice(0, 3)).toEqual(['consent', 'consentWhy', 'contactWays']);
    expect(asked.indexOf('what')).toBeLessThan(asked.indexOf('observed'));
    expect(files.json).not.toContain(partnerAnswers.practitioner);
    for (const language of languages) {
      const { translate } = createTab(language);
      const text = createExportPdfBlocks(translate, { ...content, language }, 'Europe/London').map(
        (block) => block.text,
      );
      expect(text.some((line) => line.includes(translate('status.partnerCharity')))).toBe(true);
      const withdrawn = text.findIndex((line) =>
        line.includes(translate('exports.consentWithdrawn', { day: '' }).slice(0, 40)),
      );
      expect(withdrawn).toBeGreaterThan(0);
      expect(withdrawn).toBeLessThan(text.indexOf(canary));
    }
  });

  it('is told by no sanitised export', async () => {
    const { files } = await createExport(() => ({ what: 'sanitised', text: 'Cleaned.' }), { differences: hubRecord });
    expect(files.json).not.toContain('"hub"');
    expect(files.json).not.toContain('charity');
  });

  it('has nothing of the kind where staff reported', async () => {
    const { made } = await createExport((record) => ({
      what: 'whole',
      opened: createDecryptedReport(record, 'cy', canary),
    }));
    expect(JSON.stringify(made.content)).not.toContain('"route"');
  });
});
