import type { TargetName } from '../core/model/alert-targets.ts';
import type { Language } from '../core/model/language.ts';
import { alertChannelWords } from '../words/alert-channels.ts';
import { translate } from '../words/cards/translate.ts';
import type { Callout } from './page.ts';
import type { Page } from './page.ts';

/** The same card for everyone, since others read it and each command checks the role itself. `callouts` come first. */
export const channelHelpPage = ({
  language,
  callouts,
}: {
  readonly language: Language;
  readonly callouts?: readonly Callout[];
}): Page => {
  const typed = (target: TargetName): string => alertChannelWords[target].typed[language];
  return {
    language,
    heading: translate(language, 'notice.channelHelpHeading'),
    ...(callouts && { callouts }),
    sections: [
      { text: [translate(language, 'notice.channelHelp')] },
      {
        heading: translate(language, 'notice.channelAlerts'),
        text: [
          translate(language, 'notice.alertsHere', { command: typed('acu') }),
          translate(language, 'notice.alertHealth'),
        ],
      },
      {
        heading: translate(language, 'common.week'),
        text: [
          translate(language, 'notice.summaryHere', { command: typed('summaryWider') }),
          translate(language, 'notice.summaryReady', { unit: typed('summaryAcu'), reserve: typed('summaryReserve') }),
          translate(language, 'notice.noSummary'),
          translate(language, 'notice.summaryHealth'),
        ],
      },
    ],
    actions: [],
  };
};
