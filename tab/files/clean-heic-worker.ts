import { FileRefusalError } from './clean-copy.ts';
import { cleanPicture } from './clean-picture.ts';
import { handleCleanRequests } from './handle-clean-requests.ts';
import { isWithinPictureLimits, type PictureSize } from './picture-header.ts';
// A file of its own, as published, so that whoever serves the page can replace it: its licence asks for that.
import libheifAddress from '../../node_modules/heic-to/src/lib/libheif-without-unsafe-eval.js?url';

/** Draws a HEIC again if the browser cannot open it: libheif in JavaScript, without WebAssembly or `eval`. */
handleCleanRequests((type, bytes) => cleanPicture(type, bytes, decodeHeic));

interface HeifImage {
  readonly handle: object;
  get_width(): number;
  get_height(): number;
  is_primary(): boolean;
}

interface HeifChannel {
  readonly id: unknown;
  readonly width: number;
  readonly height: number;
  /** In bytes, from row to row. */
  readonly stride: number;
  readonly data: Uint8Array<ArrayBuffer>;
}

interface Libheif {
  readonly HeifDecoder: new () => { decode(bytes: Uint8Array): readonly HeifImage[] };
  readonly heif_colorspace: { readonly heif_colorspace_RGB: object };
  readonly heif_chroma: { readonly heif_chroma_interleaved_RGBA: object };
  readonly heif_channel: { readonly heif_channel_interleaved: object };
  /** Has no channels if it fails. */
  heif_js_decode_image2(
    handle: object,
    colours: object,
    chroma: object,
  ): { readonly channels?: readonly HeifChannel[] } | undefined;
}

interface LibheifModule {
  readonly default: (options: object) => Promise<Libheif>;
}

const ignore = (): void => undefined;

async function loadLibheif(): Promise<Libheif> {
  try {
    const library: LibheifModule = await import(/* @vite-ignore */ libheifAddress);
    return await library.default({ print: ignore, printErr: ignore });
  } catch {
    throw new FileRefusalError('notLoaded');
  }
}

/** In pixels: phones take 12, 24 or 48 million. The library holds a picture in its memory several times over. */
const maxPixels = 50_000_000;

const isWithinLimits = (size: PictureSize): boolean =>
  isWithinPictureLimits(size) && size.width * size.height <= maxPixels;

/** The primary picture alone, upright. Throws FileRefusalError. */
async function decodeHeic(bytes: Uint8Array<ArrayBuffer>): Promise<ImageBitmap> {
  const libheif = await loadLibheif();
  const images = new libheif.HeifDecoder().decode(bytes);
  const image = images.find((one) => one.is_primary()) ?? images[0];
  if (image === undefined) throw new FileRefusalError('heic');
  const size = { width: image.get_width(), height: image.get_height() };
  if (!isWithinLimits(size)) throw new FileRefusalError('tooManyPixels');
  const { heif_colorspace: colours, heif_chroma: chroma, heif_channel: channel } = libheif;
  const decoded = libheif.heif_js_decode_image2(
    image.handle,
    colours.heif_colorspace_RGB,
    chroma.heif_chroma_interleaved_RGBA,
  );
  const pixels = decoded?.channels?.find(({ id }) => id === channel.heif_channel_interleaved);
  if (pixels === undefined) throw new FileRefusalError('heic');
  const { width, height } = pixels;
  if (!isWithinLimits(pixels)) throw new FileRefusalError('tooManyPixels');
  return createImageBitmap(new ImageData(packRows(pixels), width, height));
}

/** Without the bytes between rows; of a large picture nothing is copied if there are none. */
function packRows({ width, height, stride, data }: HeifChannel): Uint8ClampedArray<ArrayBuffer> {
  const length = width * 4;
  if (stride === length) return new Uint8ClampedArray(data.buffer, data.byteOffset, length * height);
  const packed = new Uint8ClampedArray(length * height);
  for (let row = 0; row < height; row += 1)
    packed.set(data.subarray(row * stride, row * stride + length), row * length);
  return packed;
}
