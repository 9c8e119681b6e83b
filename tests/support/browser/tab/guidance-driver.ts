import { type Language, languages } from '../../../../core/model/language.ts';
import { translate, type WordKey, type WordValues } from '../../../../words/tab/translate.ts';
import type { TabPage } from './tab-page.ts';

/** A topic as somebody types it. */
export interface TypedTopic {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly text: Readonly<Record<Language, string>>;
  readonly owner: Readonly<Record<Language, string>>;
  readonly reviewBy: string;
}

/** What somebody who writes guidance does on its page, in the language of the page. */
export interface GuidanceDriver {
  readonly words: (key: WordKey, values?: WordValues) => string;
  /** Opens the page with the list of all topics. */
  openList(): Promise<void>;
  /** Begins a topic, and types it in both languages. */
  type(topic: TypedTopic): Promise<void>;
  save(): Promise<void>;
  submit(): Promise<void>;
  /** Opens a topic from the list. */
  open(topic: TypedTopic): Promise<void>;
  approve(): Promise<void>;
  withdraw(reason: string): Promise<void>;
}

/** The hand of somebody at the page "Write guidance". */
export function createGuidanceDriver(tab: TabPage, language: Language): GuidanceDriver {
  const words: GuidanceDriver['words'] = (key, values) => translate(language, key, values);
  const press = async (button: WordKey, seen: WordKey): Promise<void> => {
    await tab.press(words(button));
    await tab.see(words(seen));
  };
  return {
    words,
    async openList() {
      await tab.press(words('shell.writing'));
      await tab.see(words('writing.topics'));
    },
    async type({ id, title, text, owner, reviewBy }) {
      await tab.fill(words('writing.id'), id);
      await tab.press(words('writing.add'));
      for (const side of languages) {
        const named = { language: words(side === 'en' ? 'writing.inEnglish' : 'writing.inWelsh') };
        await tab.fill(words('writing.title', named), title[side]);
        await tab.fill(words('writing.text', named), text[side]);
        await tab.fill(words('writing.owner', named), owner[side]);
      }
      await tab.fill(words('writing.review'), reviewBy);
    },
    save: () => press('writing.save', 'writing.saved'),
    submit: () => press('writing.submit', 'writing.submittedNow'),
    async open({ title }) {
      await tab.press(words('writing.open', { title: title[language] }));
      await tab.see(words('writing.preview'));
    },
    approve: () => press('writing.approve', 'writing.approvedNow'),
    async withdraw(reason) {
      await tab.fill(words('writing.reason'), reason);
      await press('writing.withdraw', 'writing.withdrawnNow');
    },
  };
}
