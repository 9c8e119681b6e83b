import { showCaseId } from '../../concerns/terms/codes.ts';
import type { ExportedContent } from '../../concerns/casework/exported-case.ts';
import type { Language } from '../../concerns/terms/language.ts';
import type { Tab } from '../parts/tab-context.ts';
import type { CaseView } from '../../contract/answers.ts';
import type { PdfFonts } from '../../pdf/open-pdf.ts';
import { contentOf, type Leaving } from './content-of.ts';
import type { PdfText } from './case-pdf.ts';
import { type MadeFiles, madeFiles } from './made-files.ts';
import { pdfBlocks } from './pdf-blocks.ts';
import type { WordKey } from '../../words/tab/say.ts';

const headOf = (content: ExportedContent): WordKey =>
  content.what === 'sanitised'
    ? 'exports.headSanitised'
    : content.log === undefined
      ? 'exports.headWhole'
      : 'exports.headWholeLog';

/** Throws if the PDF could not be drawn. */
export async function makeFiles(
  {
    say,
    language,
    today,
    timeZone,
  }: {
    readonly say: Tab['say'];
    readonly language: Language;
    readonly today: string;
    readonly timeZone: string;
  },
  view: Pick<CaseView, 'record' | 'deadlines'>,
  leaving: Leaving,
  fonts: PdfFonts,
  draw: (text: PdfText, fonts: PdfFonts) => Promise<Uint8Array>,
): Promise<MadeFiles> {
  const content = contentOf(view, language, leaving);
  const reference = showCaseId(content.reference);
  const pdf = await draw(
    {
      language,
      title: say('exports.title', { reference }),
      blocks: pdfBlocks(say, content, timeZone),
      header: say(headOf(content)),
      footer: say('exports.footer', { reference, page: '{page}', pages: '{pages}' }),
      incomplete: say('exports.incomplete'),
      // The history has the second; a file says no more than the day.
      madeOn: new Date(`${today}T12:00:00Z`),
    },
    fonts,
  );
  return madeFiles(content, pdf);
}
