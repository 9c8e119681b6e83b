import { base64 } from '@scure/base';
import type { ContentWords } from '../../concerns/records/content-record.ts';
import type { Language } from '../../concerns/terms/language.ts';
import type { PaperForm } from '../../concerns/terms/formats.ts';
import type { PersonId } from '../../concerns/terms/directory.ts';
import type { ContentPaper } from '../../contract/content.ts';
import type { Contacts } from '../../words/contacts.ts';
import type { TextReader } from '../content/read-texts.ts';

interface WantedDraft {
  readonly topic: string;
  readonly words: ContentWords;
  readonly language: Language;
  readonly form: PaperForm;
}

/** Draws unapproved texts, marked as drafts. One at a time for each person. */
export function createPaperDrafts(deps: {
  readonly contacts: Contacts;
  readonly publicHost: string | undefined;
  readonly texts: Pick<TextReader, 'printDraft'>;
}): (by: PersonId, wanted: WantedDraft) => Promise<ContentPaper> {
  const { contacts, publicHost, texts } = deps;
  const busy = new Set<PersonId>();
  return async (by, wanted) => {
    if (busy.has(by)) return { kind: 'busy' };
    busy.add(by);
    try {
      const drawn = await texts.printDraft(by, { ...wanted, contacts, publicHost });
      if (drawn === 'tooMuch') return { kind: 'tooLong' };
      if (drawn.kind !== 'file') return drawn;
      const { topic, form, language } = wanted;
      return { kind: 'file', name: `${topic}-${form}-${language}.pdf`, base64: base64.encode(drawn.bytes) };
    } finally {
      busy.delete(by);
    }
  };
}
