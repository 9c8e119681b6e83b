import { fileLimits } from '../../concerns/terms/files.ts';
import { bareJpeg, barePng } from './bare-picture.ts';
import type { CleanCopy } from './clean-copy.ts';
import { isWithin, mayShowThrough, pictureSize } from './picture-size.ts';
import { pictureTells } from './picture-tells.ts';
import { RefusedFile } from './refused.ts';
import type { SniffedType } from './sniff.ts';

const mostDrawn = 24_000_000;

interface Try {
  readonly scale: number;
  readonly quality: number;
}
const tries: readonly Try[] = [
  { scale: 1, quality: 0.9 },
  { scale: 1, quality: 0.75 },
  { scale: 0.7, quality: 0.8 },
  { scale: 0.5, quality: 0.75 },
  { scale: 0.35, quality: 0.7 },
];

function drawn(picture: ImageBitmap, scale: number, onWhite: boolean): OffscreenCanvas {
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d', { alpha: !onWhite });
  if (pen === null) throw new RefusedFile('tooManyPixels');
  if (onWhite) {
    pen.fillStyle = 'white';
    pen.fillRect(0, 0, width, height);
  }
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, width, height);
  return canvas;
}

export async function jpegOf(canvas: OffscreenCanvas, quality: number): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return bareJpeg(new Uint8Array(await blob.arrayBuffer()));
}

async function encoded(picture: ImageBitmap, asPng: boolean): Promise<Pick<CleanCopy, 'type' | 'content'>> {
  const fit = Math.min(1, Math.sqrt(mostDrawn / (picture.width * picture.height)));
  if (asPng) {
    const blob = await drawn(picture, fit, false).convertToBlob({ type: 'image/png' });
    const content = barePng(new Uint8Array(await blob.arrayBuffer()));
    if (content.length <= fileLimits.bytes) return { type: 'image/png', content };
  }
  for (const { scale, quality } of tries) {
    const content = await jpegOf(drawn(picture, fit * scale, true), quality);
    if (content.length <= fileLimits.bytes) return { type: 'image/jpeg', content };
  }
  throw new RefusedFile('copyTooLarge');
}

/**
 * A picture drawn again, upright, its pixels alone. Looks at the size in its header before decoding. Throws
 * RefusedFile.
 */
export async function cleanPicture(type: SniffedType, bytes: Uint8Array<ArrayBuffer>): Promise<CleanCopy> {
  const size = pictureSize(type, bytes);
  if (size === undefined) throw new RefusedFile('damaged');
  if (!isWithin(size)) throw new RefusedFile('tooManyPixels');
  const tells = pictureTells(type, bytes);
  const picture = await createImageBitmap(new Blob([bytes], { type }), { imageOrientation: 'from-image' }).catch(() => {
    throw new RefusedFile(type === 'image/heic' ? 'heic' : 'damaged');
  });
  try {
    const asPng = type === 'image/png' || mayShowThrough(type, bytes);
    const was = type === 'application/pdf' || type === 'text/plain' ? 'image/jpeg' : type;
    return { ...(await encoded(picture, asPng)), pages: [], tells, was };
  } finally {
    picture.close();
  }
}
