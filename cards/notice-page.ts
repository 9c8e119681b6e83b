import type { Language } from '../core/model/language.ts';
import { type NoticeContent, plainNoticePage, invalidInputNotice } from './plain-notice-page.ts';
import type { Callout } from './page.ts';
import type { Page } from './page.ts';
import { translate } from '../words/cards/translate.ts';

const noticeContents = {
  foreign: { heading: 'notice.foreignHeading', text: 'notice.foreign', ways: 'all' },
  /** Made by another version of Candour, and this one cannot continue it. */
  stale: { heading: 'notice.staleHeading', text: 'notice.stale', ways: 'all' },
  odd: invalidInputNotice,
  refused: { heading: 'notice.refusedHeading', text: 'notice.refused', ways: 'start' },
  failed: { heading: 'notice.failedHeading', text: 'notice.failed', ways: 'all' },
  dialogOnly: { heading: 'notice.dialogOnlyHeading', text: 'notice.dialogOnly', ways: 'all' },
  inDialog: { heading: 'notice.inDialogHeading', text: 'notice.inDialog', ways: 'all' },
  unavailable: { heading: 'notice.unavailableHeading', text: 'notice.unavailable', ways: 'all' },
  /** Written by a newer version, and this one may not change it. */
  newer: { heading: 'notice.newerHeading', text: 'notice.newer', ways: 'all' },
  tooOften: { heading: 'notice.tooOftenHeading', text: 'notice.tooOften', ways: 'start' },
  channelOnly: { heading: 'notice.channelOnlyHeading', text: 'notice.channelOnly', ways: 'start' },
  summaryElsewhere: { heading: 'notice.summaryElsewhereHeading', text: 'notice.summaryElsewhere', ways: 'none' },
  campaignHere: { heading: 'notice.campaignHereHeading', text: 'notice.campaignHere', ways: 'none' },
  campaignNotHere: { heading: 'notice.campaignNotHereHeading', text: 'notice.campaignNotHere', ways: 'none' },
  campaignRefused: { heading: 'notice.campaignRefusedHeading', text: 'notice.campaignRefused', ways: 'none' },
  campaignElsewhere: { heading: 'notice.campaignElsewhereHeading', text: 'notice.campaignElsewhere', ways: 'none' },
  messagesElsewhere: { heading: 'notice.messagesElsewhereHeading', text: 'notice.messagesElsewhere', ways: 'none' },
} as const satisfies Readonly<Record<string, NoticeContent>>;

export type NoticeName = keyof typeof noticeContents;

export const noticePage = (view: {
  readonly language: Language;
  readonly notice: NoticeName;
  readonly callouts?: readonly Callout[];
  readonly reference?: string;
}): Page => {
  const { language, notice, callouts, reference } = view;
  return {
    ...plainNoticePage(language, noticeContents[notice]),
    ...(callouts && { callouts }),
    references: reference === undefined ? [] : [{ label: translate(language, 'notice.reference'), value: reference }],
  };
};
