import { dangerCallout } from '../danger-callout.ts';
import { disclosureCare } from '../ways-out.ts';
import type { Page } from '../page.ts';
import { codePage } from './code-page.ts';
import { differsPage, keptPage, receiptPage } from './ending-pages.ts';
import { hubFirstPage, hubMorePage, hubStepPage } from './hub-pages.ts';
import { limitsPage } from './limits-page.ts';
import { morePage } from './more-page.ts';
import type { ReportView } from './report-view.ts';
import { reviewPage } from './review-page.ts';
import { stepPage } from './step-page.ts';
import { say } from '../../words/cards/say.ts';

export function reportPage(view: ReportView): Page {
  const { at, language } = view.state;
  switch (at) {
    case 'limits':
      return view.state.isReading ? morePage(view) : limitsPage(view);
    case 'account':
      return stepPage(view, at, {
        heading: say(language, 'report.accountHeading'),
        callouts: [dangerCallout(view)],
        intro: [
          say(language, 'report.accountIntro'),
          say(language, 'report.accountTold'),
          say(language, 'common.noFurther'),
          say(language, view.takesFiles ? 'report.filesLater' : 'report.noFiles'),
        ],
      });
    case 'code':
      return codePage(view);
    case 'about':
      return stepPage(view, at, {
        heading: say(language, 'report.aboutHeading'),
        intro: [say(language, 'common.optional')],
      });
    case 'signs':
      return stepPage(view, at, {
        heading: say(language, 'report.signsHeading'),
        intro: [say(language, 'common.optional')],
      });
    case 'knowledge':
      return stepPage(view, at, {
        heading: say(language, 'report.knowledgeHeading'),
        intro: [say(language, 'common.optional')],
      });
    case 'disclosure':
      return stepPage(view, at, {
        heading: say(language, 'report.disclosureHeading'),
        intro: [say(language, 'common.optional'), disclosureCare(language, view.contacts)],
      });
    case 'hubFirst':
      return view.state.isReading ? hubMorePage(view) : hubFirstPage(view);
    case 'hubWhy':
    case 'hubWords':
    case 'hubRisk':
    case 'hubContact':
    case 'hubOfficer':
    case 'hubSigns':
    case 'hubMore':
      return hubStepPage(view, at);
    case 'review':
      return reviewPage(view);
    case 'differs':
      return differsPage(view);
    case 'receipt':
      return receiptPage(view);
    case 'kept':
      return keptPage(view);
  }
}
