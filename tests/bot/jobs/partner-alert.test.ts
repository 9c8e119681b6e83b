import { describe, expect, it } from '@jest/globals';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import { type CaseId, formatCaseId } from '../../../core/model/case-id.ts';
import { partnerTypes } from '../../../core/model/report-routes.ts';
import { createSubmission, newReturnCode, openCore } from '../../support/core/open-core.ts';
import { setUpAlerts } from '../../support/jobs/set-up-alerts.ts';

const fixture = setUpAlerts();

/** The post of a case without its own reference, ids and link. */
function postOf(caseId: CaseId): string {
  const shown = formatCaseId(caseId);
  const post = fixture.connector.posts.find(({ activity }) => JSON.stringify(activity).includes(shown));
  if (post === undefined) throw new Error('nothing was posted of the case');
  return JSON.stringify(post.activity).replaceAll(shown, '…').replaceAll(caseId, '…');
}

describe('the alert of a case that came by the hub', () => {
  it.each(['standard', 'urgent'] as const)('reads as one of staff does: %s', async (urgency) => {
    const staff = await fixture.newCase({ urgency });
    const hub = await fixture.newCase({ urgency, route: 'hub', partnerType: 'sexualViolence' });
    await fixture.dispatcher.dispatchDue();
    const link = /https?:[^"\\]+/gu;
    expect(postOf(hub).replaceAll(link, '')).toBe(postOf(staff).replaceAll(link, ''));
    for (const { activity } of fixture.connector.posts) {
      const text = JSON.stringify(activity).toLowerCase();
      for (const telling of ['hub', 'hwb', 'partner', 'victim', 'dioddef', ...partnerTypes]) {
        expect(text).not.toContain(telling.toLowerCase());
      }
    }
  });

  it('is kept with no more beside it than one of staff', async () => {
    const core = openCore();
    const kept = await Promise.all(
      (['staff', 'hub'] as const).map(async (route) => {
        const code = newReturnCode();
        await submitReport(
          core.deps,
          createSubmission({ code, route, answers: { consent: 'agrees', what: 'w', conflict: 'no' } }),
        );
        const found = await core.store.outbox.read(deriveCaseId(code));
        return Object.entries(found?.value ?? {}).filter(([name]) => name !== 'caseId');
      }),
    );
    await core.close();
    expect(kept[0]?.length).toBeGreaterThan(0);
    expect(kept[1]).toEqual(kept[0]);
  });
});
