import type { Language } from '../../core/model/language.ts';
import type { PaperForm } from '../../core/model/formats.ts';
import type { Topic } from '../../guidance/topic.ts';
import type { PdfFonts } from '../../documents/pdf/pdf-document.ts';
import type { Contacts } from '../../words/contacts.ts';
import { publicAddress } from './public-layout.ts';

export interface WantedPaper {
  readonly language: Language;
  readonly form: PaperForm;
  /** No one has approved its words. */
  readonly isDraft?: boolean;
}

/** A PDF with a code to the public page; `undefined` for a poster without a public host. Rejects on a damaged font. */
export async function printTopic(
  topic: Topic,
  { form, ...wanted }: WantedPaper,
  {
    contacts,
    publicHost,
    fonts,
  }: {
    readonly contacts: Contacts;
    readonly publicHost: string | undefined;
    readonly fonts: () => Promise<PdfFonts>;
  },
): Promise<Uint8Array | undefined> {
  const printed = { ...wanted, contacts };
  const address =
    publicHost === undefined ? undefined : `https://${publicHost}${publicAddress(wanted.language, topic.id)}`;
  if (form === 'poster') {
    if (address === undefined) return undefined;
    const { poster, posterText } = await import('../../documents/print/poster.ts');
    return await poster(posterText(topic), { ...printed, address }, await fonts());
  }
  const { topicSheet } = await import('../../documents/print/topic-sheet.ts');
  return await topicSheet(topic, { ...printed, ...(address !== undefined && { address }) }, await fonts());
}
