import type { Evaluate } from './files-page.ts';

/** A picture in red and white that the browser draws and writes itself; with `noise` no two points are alike. */
export async function generatePicture(
  where: { readonly evaluate: Evaluate },
  type: 'image/jpeg' | 'image/webp',
  { width, height, noise = false }: { readonly width: number; readonly height: number; readonly noise?: boolean },
): Promise<Buffer> {
  const text: unknown = await where.evaluate(`(async () => {
    const canvas = new OffscreenCanvas(${width}, ${height});
    const pen = canvas.getContext('2d');
    pen.fillStyle = 'white';
    pen.fillRect(0, 0, ${width}, ${height});
    pen.fillStyle = 'red';
    pen.fillRect(0, 0, ${width} / 2, ${height} / 2);
    if (${noise}) {
      const pixels = pen.getImageData(0, 0, ${width}, ${height});
      let seed = 1;
      for (let at = 0; at < pixels.data.length; at += 1) {
        seed = (seed * 1664525 + 1013904223) >>> 0;
        if (at % 4 !== 3) pixels.data[at] = seed >>> 24;
      }
      pen.putImageData(pixels, 0, 0);
    }
    const blob = await canvas.convertToBlob({ type: '${type}', quality: 1 });
    return new Promise((done) => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result.slice(reader.result.indexOf(',') + 1));
      reader.readAsDataURL(blob);
    });
  })()`);
  return Buffer.from(String(text), 'base64');
}
