import type { Language } from '../../../core/model/language.ts';
import { createPartnerForm } from '../../../documents/print/partner-form.ts';
import { contactsSchema } from '../../../words/contacts.ts';
import { loadPdfFonts } from '../../exports/pdf-fonts.ts';
import type { ReportCall } from '../../ui/post-json.ts';

export async function createPartnerFormPdf(call: ReportCall, language: Language): Promise<Uint8Array | undefined> {
  const answer = await call('report.begin', {});
  if (!answer.ok) return undefined;
  const { contacts, today, staffing = { onCall: { acu: false, reserve: false } } } = answer.value;
  return await createPartnerForm(
    { language, contacts: contactsSchema.parse(contacts), staffing, printedOn: today },
    await loadPdfFonts(),
  );
}
