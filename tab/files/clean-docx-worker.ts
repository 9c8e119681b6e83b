import { docxType, fileLimits } from '../../core/model/file-limits.ts';
import { type CopyInMemory, FileRefusalError, type MetadataItem } from './clean-copy.ts';
import { encodeJpegWithin, isTurned, readPictureMetadata } from './clean-picture.ts';
import { cleanText } from './clean-text.ts';
import { handleCleanRequests } from './handle-clean-requests.ts';
import { isWithinPictureLimits, readPictureSize } from './picture-header.ts';
import { createPicturePdf, type PdfPageImage } from './picture-pdf.ts';
import { type Crop, type DocxPicture, readDocx } from './read-docx.ts';
import { sniffFileType, type SniffedType } from './sniff-file-type.ts';

handleCleanRequests((_type, bytes, post) => cleanDocx(bytes, (number, of) => post({ candour: 'page', number, of })));

const maxPictures = 100;
const pdfOverheadBytes = 1_000;
const maxSide = 2_600;
/** In points: the longer side of A4. */
const maxPaperSide = 842;

/**
 * The words of a Word file as plain text, and beside them its pictures, drawn again, as a PDF: what a case handler sees
 * as it is. If it has pictures alone, the copy is that PDF. Throws FileRefusalError.
 */
async function cleanDocx(
  bytes: Uint8Array<ArrayBuffer>,
  onPicture: (number: number, of: number) => void,
): Promise<CopyInMemory> {
  const docx = readDocx(bytes);
  if (docx.pictures.length > maxPictures) throw new FileRefusalError('tooManyPages');
  const drawn: PdfPageImage[] = [];
  const found: MetadataItem[] = [...docx.metadata];
  let left = fileLimits.bytes - pdfOverheadBytes * (docx.pictures.length + 1);
  let { hasDrawings } = docx;
  for (const [index, picture] of docx.pictures.entries()) {
    onPicture(index + 1, docx.pictures.length);
    const type = sniffPicture(picture.content);
    if (type !== undefined) found.push(...readPictureMetadata(type, picture.content));
    const page = type && (await drawPicture(type, picture, Math.floor(left / (docx.pictures.length - index))));
    if (page) {
      left -= page.jpeg.length;
      drawn.push(page);
    } else hasDrawings = true;
  }
  const hasText = docx.text.trim() !== '';
  const { text, hadInvisible } = hasText
    ? cleanText(new TextEncoder().encode(docx.text))
    : { text: '', hadInvisible: false };
  if (hadInvisible) found.push({ kind: 'unseenSigns' });
  const common = {
    metadata: [...new Map(found.toReversed().map((item) => [item.kind, item])).values()].toReversed(),
    sourceType: docxType,
    hasDrawings,
  } as const;
  const pictures: CopyInMemory | undefined =
    drawn.length === 0
      ? undefined
      : {
          ...common,
          type: 'application/pdf',
          content: createPicturePdf(drawn),
          pages: drawn.map(({ jpeg }) => new Uint8Array(jpeg)),
        };
  if (hasText)
    return {
      ...common,
      type: 'text/plain',
      content: new TextEncoder().encode(text),
      pages: [],
      ...(pictures && { pictures }),
    };
  if (pictures === undefined) throw new FileRefusalError(hasDrawings ? 'office' : 'empty');
  return pictures;
}

function sniffPicture(content: Uint8Array): SniffedType | undefined {
  const sniffed = sniffFileType(content);
  if (sniffed.kind === 'refused') return undefined;
  return sniffed.type === 'image/jpeg' || sniffed.type === 'image/png' || sniffed.type === 'image/webp'
    ? sniffed.type
    : undefined;
}

const isCropped = ({ left, top, right, bottom }: Crop): boolean => left + top + right + bottom > 0;

/** `undefined` if it cannot be drawn as the document shows it. */
async function drawPicture(
  type: SniffedType,
  { content, crop }: DocxPicture,
  maxBytes: number,
): Promise<PdfPageImage | undefined> {
  const size = readPictureSize(type, content);
  if (size === undefined || !isWithinPictureLimits(size)) return undefined;
  // Which side of a turned picture is cut off depends on the program that shows it.
  if (isCropped(crop) && isTurned(content)) return undefined;
  const whole = await createImageBitmap(new Blob([content], { type })).catch(() => undefined);
  if (whole === undefined) return undefined;
  const x = Math.ceil(whole.width * crop.left);
  const y = Math.ceil(whole.height * crop.top);
  const width = Math.floor(whole.width * (1 - crop.right)) - x;
  const height = Math.floor(whole.height * (1 - crop.bottom)) - y;
  if (width < 1 || height < 1) return undefined;
  const shown = await createImageBitmap(whole, x, y, width, height);
  whole.close();
  try {
    const fit = Math.min(1, maxSide / Math.max(width, height));
    const jpeg = await encodeJpegWithin(shown, fit, maxBytes);
    const drawn = readPictureSize('image/jpeg', jpeg);
    if (drawn === undefined) return undefined;
    const points = Math.min(0.75, maxPaperSide / Math.max(drawn.width, drawn.height));
    return { jpeg, ...drawn, paper: { width: drawn.width * points, height: drawn.height * points } };
  } finally {
    shown.close();
  }
}
