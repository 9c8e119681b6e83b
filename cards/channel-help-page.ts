import type { TargetName } from '../core/model/alert-targets.ts';
import type { Language } from '../core/model/language.ts';
import { alertChannelWords } from '../words/alert-channels.ts';
import { say } from '../words/cards/translate.ts';
import type { Callout } from './page.ts';
import type { Page } from './page.ts';

/** Everyone gets the same card, since others read it and each command checks the role itself. `callouts` come first. */
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
    heading: say(language, 'notice.channelHelpHeading'),
    ...(callouts && { callouts }),
    sections: [
      { text: [say(language, 'notice.channelHelp')] },
      {
        heading: say(language, 'notice.channelAlerts'),
        text: [say(language, 'notice.alertsHere', { command: typed('acu') }), say(language, 'notice.alertHealth')],
      },
      {
        heading: say(language, 'common.week'),
        text: [
          say(language, 'notice.summaryHere', { command: typed('summaryWider') }),
          say(language, 'notice.summaryReady', { unit: typed('summaryAcu'), reserve: typed('summaryReserve') }),
          say(language, 'notice.noSummary'),
          say(language, 'notice.summaryHealth'),
        ],
      },
    ],
    actions: [],
  };
};
