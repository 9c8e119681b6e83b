import { alertWords } from './alert.ts';
import { campaignWords } from './campaign.ts';
import { comeBackWords } from './come-back.ts';
import { commonWords } from './common.ts';
import { figureDefinitionWords } from './figure-definition.ts';
import { summaryFileWords } from './summary-file.ts';
import { activityFigureWords } from './activity-figures.ts';
import { guidanceWords } from './guidance.ts';
import { partnerFormWords } from './partner-form.ts';
import { partnerOptionWords } from './partner-option.ts';
import { partnerQuestionWords } from './partner-question.ts';
import { partnerReportWords } from './partner-report.ts';
import { inspectionWords } from './inspection.ts';
import { reportFirstPageWords } from './report-first-page.ts';
import { messageSubscriptionWords } from './message-subscription.ts';
import { noticeWords } from './notice.ts';
import { decryptedReportWords } from './decrypted-report.ts';
import { optionWords } from './option.ts';
import { infoPageWords } from './info-pages.ts';
import { printWords } from './print.ts';
import { problemWords } from './problem.ts';
import { publicPageWords } from './public-pages.ts';
import { surveyWords } from './survey.ts';
import { questionWords } from './question.ts';
import { receiptWords } from './receipt.ts';
import { reportWords } from './report.ts';
import { returnWords } from './return.ts';
import { reportReviewWords } from './report-review.ts';
import { feedbackFigureWords } from './feedback-figures.ts';
import { summaryDeliveryWords } from './summary-delivery.ts';
import { staffingWords } from './staffing.ts';
import { summaryTableWords } from './summary-tables.ts';
import { alertChannelPageWords } from './alert-channel-pages.ts';
import { pendingWorkWords } from './pending-work.ts';
import { supportContactWords } from './support-contacts.ts';
import { weeklySummaryWords } from './weekly-summary.ts';
import { welcomeWords } from './welcome.ts';

export const catalogue = {
  ...alertWords,
  ...campaignWords,
  ...comeBackWords,
  ...commonWords,
  ...figureDefinitionWords,
  ...summaryFileWords,
  ...activityFigureWords,
  ...guidanceWords,
  ...partnerFormWords,
  ...partnerOptionWords,
  ...partnerQuestionWords,
  ...partnerReportWords,
  ...inspectionWords,
  ...reportFirstPageWords,
  ...messageSubscriptionWords,
  ...noticeWords,
  ...decryptedReportWords,
  ...optionWords,
  ...infoPageWords,
  ...printWords,
  ...problemWords,
  ...publicPageWords,
  ...surveyWords,
  ...questionWords,
  ...receiptWords,
  ...reportWords,
  ...returnWords,
  ...reportReviewWords,
  ...feedbackFigureWords,
  ...summaryDeliveryWords,
  ...staffingWords,
  ...summaryTableWords,
  ...alertChannelPageWords,
  ...pendingWorkWords,
  ...supportContactWords,
  ...weeklySummaryWords,
  ...welcomeWords,
} as const;

export type WordKey = keyof typeof catalogue;
