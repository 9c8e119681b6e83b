import { describe, expect, it } from '@jest/globals';
import { languages } from '../../core/model/language.ts';
import { closingAnswerWords } from '../../words/closing-messages.ts';
import { replyNames } from '../../core/model/case-terms.ts';
import { replyTemplatesSchema } from '../../words/reply-templates.ts';

const replies = replyTemplatesSchema.parse({});

describe.each(languages)('the replies in %s', (language) => {
  it.each(replyNames)('%s: each is another one, calm, and names no figure, day or number', (name) => {
    const text = replies[name][language];
    expect(replyNames.filter((other) => replies[other][language] === text)).toEqual([name]);
    expect(text).not.toMatch(/[!\d]/u);
  });

  it('promise nothing of what is still to come', () => {
    const promising = {
      en: /\b(?:will|shall|guarantee|promise|soon)\b/iu,
      cy: /\b(?:byddwn|gwnawn|addo|addewid|gwarantu|cyn bo hir)\b/iu,
    };
    for (const name of replyNames) expect(replies[name][language]).not.toMatch(promising[language]);
  });

  it('ask nobody to find anything out', () => {
    const text = replies.whereOrWhen[language];
    expect(text).toMatch({ en: /do not try to find anything out/u, cy: /pheidiwch â cheisio canfod dim/u }[language]);
    expect(text).toMatch({ en: /If you already know/u, cy: /Os ydych eisoes yn gwybod/u }[language]);
  });

  it('say after closing what the answer under the code says', () => {
    const [passedOn = ''] =
      closingAnswerWords.passedOn[language].match(/(?:passed on|drosglwyddo) (?:to|i) \w+/u) ?? [];
    expect(replies.closedPassedOn[language]).toContain(passedOn);
    expect(passedOn).not.toBe('');
  });
});
