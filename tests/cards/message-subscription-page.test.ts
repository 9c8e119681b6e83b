import { expect, it } from '@jest/globals';
import { messageSubscriptionPage } from '../../cards/message-subscription-page.ts';
import { languages } from '../../core/model/language.ts';

it.each(languages)('says what Teams itself keeps of messages beside what Candour does not (%s)', (language) => {
  const [what] = messageSubscriptionPage({ language }).sections ?? [];
  expect(what?.text?.[0]).toMatch(/Candour [^.]+\. Microsoft Teams keeps|Mae Microsoft Teams yn cadw/u);
});
