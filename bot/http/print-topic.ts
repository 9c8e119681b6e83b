import type { Language } from '../../core/model/language.ts';
import type { PrintFormat } from '../../core/model/output-formats.ts';
import type { Topic } from '../../guidance/topic.ts';
import type { PdfFonts } from '../../documents/pdf/pdf-builder.ts';
import type { Contacts } from '../../words/contacts.ts';
import { guidancePath } from './public-layout.ts';

export interface PrintRequest {
  readonly language: Language;
  readonly form: PrintFormat;
  readonly isDraft?: boolean;
}

/** `undefined` for a poster without a public host. Rejects on a damaged font. */
export async function printTopic(
  topic: Topic,
  { form, ...wanted }: PrintRequest,
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
    publicHost === undefined ? undefined : `https://${publicHost}${guidancePath(wanted.language, topic.id)}`;
  if (form === 'poster') {
    if (address === undefined) return undefined;
    const { createPoster, posterText } = await import('../../documents/print/poster.ts');
    return await createPoster(posterText(topic), { ...printed, address }, await fonts());
  }
  const { createTopicSheet } = await import('../../documents/print/topic-sheet.ts');
  return await createTopicSheet(topic, { ...printed, ...(address !== undefined && { address }) }, await fonts());
}
