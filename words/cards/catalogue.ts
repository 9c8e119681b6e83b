import { alertWords } from './alert.ts';
import { campaignWords } from './campaign.ts';
import { comeBackWords } from './come-back.ts';
import { commonWords } from './common.ts';
import { definitionWords } from './definition.ts';
import { fileWords } from './file.ts';
import { figureWords } from './figure.ts';
import { guidanceWords } from './guidance.ts';
import { hubFormWords } from './hub-form.ts';
import { hubOptionWords } from './hub-option.ts';
import { hubQuestionWords } from './hub-question.ts';
import { hubWords } from './hub.ts';
import { inspectionWords } from './inspection.ts';
import { limitsWords } from './limits.ts';
import { messagesWords } from './messages.ts';
import { noticeWords } from './notice.ts';
import { openedWords } from './opened.ts';
import { optionWords } from './option.ts';
import { pagesWords } from './pages.ts';
import { printWords } from './print.ts';
import { problemWords } from './problem.ts';
import { publicWords } from './public.ts';
import { pulseWords } from './pulse.ts';
import { questionWords } from './question.ts';
import { receiptWords } from './receipt.ts';
import { reportWords } from './report.ts';
import { returnWords } from './return.ts';
import { reviewWords } from './review.ts';
import { saidWords } from './said.ts';
import { sendingWords } from './sending.ts';
import { staffingWords } from './staffing.ts';
import { summaryWords } from './summary.ts';
import { targetWords } from './target.ts';
import { waitingWords } from './waiting.ts';
import { waysWords } from './ways.ts';
import { weekWords } from './week.ts';
import { welcomeWords } from './welcome.ts';

export const catalogue = {
  ...alertWords,
  ...campaignWords,
  ...comeBackWords,
  ...commonWords,
  ...definitionWords,
  ...fileWords,
  ...figureWords,
  ...guidanceWords,
  ...hubFormWords,
  ...hubOptionWords,
  ...hubQuestionWords,
  ...hubWords,
  ...inspectionWords,
  ...limitsWords,
  ...messagesWords,
  ...noticeWords,
  ...openedWords,
  ...optionWords,
  ...pagesWords,
  ...printWords,
  ...problemWords,
  ...publicWords,
  ...pulseWords,
  ...questionWords,
  ...receiptWords,
  ...reportWords,
  ...returnWords,
  ...reviewWords,
  ...saidWords,
  ...sendingWords,
  ...staffingWords,
  ...summaryWords,
  ...targetWords,
  ...waitingWords,
  ...waysWords,
  ...weekWords,
  ...welcomeWords,
} as const;

export type WordKey = keyof typeof catalogue;
