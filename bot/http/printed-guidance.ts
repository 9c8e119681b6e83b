import type { Language } from '../../concerns/terms/language.ts';
import type { LiveTopics, Topic } from '../../guidance/topic.ts';
import type { PdfFonts } from '../../pdf/open-pdf.ts';
import type { Contacts } from '../../words/contacts.ts';
import { publicAddress } from './public-shell.ts';

export interface PrintedDependencies {
  readonly contacts: Contacts;
  readonly topicsNow: LiveTopics;
  /** Where everybody reaches the server; without it no code on a sheet leads to its page. */
  readonly publicHost: string | undefined;
  readonly fonts: () => Promise<PdfFonts>;
}

/** Makes the sheet of a topic by its id; `undefined` where there is no such topic. Rejects on a damaged font. */
export type PrintedGuidance = (language: Language, id: string) => Promise<Uint8Array> | undefined;

/**
 * Each sheet is made once for all who ask, and again where its topic has changed: making one takes a tenth of a
 * second, and anybody may ask. Whoever asks while one is made waits for the same.
 */
export function createPrintedGuidance(deps: PrintedDependencies): PrintedGuidance {
  /** A topic that changes is another object, and takes its sheets with it. */
  const made = new WeakMap<Topic, Map<Language, Promise<Uint8Array>>>();

  return (language, id) => {
    const { contacts, publicHost } = deps;
    const topic = deps.topicsNow().get(id);
    if (topic === undefined) return undefined;
    const sheets = made.get(topic) ?? new Map<Language, Promise<Uint8Array>>();
    made.set(topic, sheets);
    const before = sheets.get(language);
    if (before !== undefined) return before;
    const make = async (): Promise<Uint8Array> => {
      // What draws a PDF is loaded by the first who asks for one.
      const { topicSheet } = await import('../../print/topic-sheet.ts');
      const address =
        publicHost === undefined ? {} : { address: `https://${publicHost}${publicAddress(language, id)}` };
      return await topicSheet(topic, { language, contacts, ...address }, await deps.fonts());
    };
    const file = make();
    sheets.set(language, file);
    // What went wrong is tried again by whoever asks next.
    file.catch(() => sheets.delete(language));
    return file;
  };
}
