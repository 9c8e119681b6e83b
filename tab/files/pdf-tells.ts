import type { PdfDocument } from 'pdfjs-dist/build/pdf.mjs';
import { dayIn, type PlainTell, type Tell } from './tells.ts';

const decoder = new TextDecoder('latin1');

function wasChanged(bytes: Uint8Array): boolean {
  const text = decoder.decode(bytes);
  const endings = text.split('startxref').length - 1;
  return endings > (text.slice(0, 2_048).includes('/Linearized') ? 2 : 1);
}

const isFilled = (value: ReadonlyMap<string, unknown> | null): boolean => value !== null && value.size > 0;
function textIn(info: object, name: string): string {
  const value: unknown = Object.entries(info).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value.trim() : '';
}

/** All that a PDF says beside its pages. Throws nothing: what cannot be read is left out. */
export async function pdfTells(pdf: PdfDocument, bytes: Uint8Array, comments: boolean): Promise<readonly Tell[]> {
  const nothing = () => null;
  const metadata = await pdf.getMetadata().catch(nothing);
  const info = metadata?.info ?? {};
  const [attachments, scripts, fields] = await Promise.all([
    pdf.getAttachments().catch(nothing),
    pdf.hasJSActions().catch(() => false),
    pdf.getFieldObjects().catch(nothing),
  ]);
  const day = dayIn(textIn(info, 'CreationDate')) ?? dayIn(textIn(info, 'ModDate'));
  const plain: readonly (readonly [PlainTell, boolean])[] = [
    ['person', textIn(info, 'Author') !== ''],
    ['program', textIn(info, 'Creator') !== '' || textIn(info, 'Producer') !== ''],
    ['words', ['Title', 'Subject', 'Keywords'].some((name) => textIn(info, name) !== '')],
    ['attachments', isFilled(attachments)],
    ['scripts', scripts],
    ['comments', comments],
    ['formFields', isFilled(fields)],
    ['versions', wasChanged(bytes)],
  ];
  return [
    ...(day === undefined ? [] : [{ kind: 'day' as const, day }]),
    ...plain.flatMap(([kind, stands]): Tell[] => (stands ? [{ kind }] : [])),
  ];
}
